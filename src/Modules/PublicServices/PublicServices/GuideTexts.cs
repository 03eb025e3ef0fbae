namespace Project06.PublicServices;

/// <summary>Texts of the national catalogue's search and guides: Resources/GuideTexts.resx (Vietnamese) and GuideTexts.en.resx.</summary>
internal sealed class GuideTexts;
