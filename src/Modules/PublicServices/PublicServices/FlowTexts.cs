namespace Project06.PublicServices;

/// <summary>Texts of withdrawing, handing over, consents, groups and alerts: Resources/FlowTexts.resx (Vietnamese) and FlowTexts.en.resx.</summary>
internal sealed class FlowTexts;
