namespace Project06.PublicServices;

/// <summary>Texts of counters and post offices: Resources/CounterTexts.resx (Vietnamese) and CounterTexts.en.resx.</summary>
internal sealed class CounterTexts;
