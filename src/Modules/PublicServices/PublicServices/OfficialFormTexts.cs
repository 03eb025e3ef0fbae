namespace Project06.PublicServices;

/// <summary>What is said round the official forms, apologies and dates: Resources/OfficialFormTexts.resx and .en.resx.</summary>
internal sealed class OfficialFormTexts;
