namespace Project06.PublicServices;

/// <summary>Texts of the officials' desk: Resources/DeskTexts.resx (Vietnamese) and DeskTexts.en.resx.</summary>
internal sealed class DeskTexts;
