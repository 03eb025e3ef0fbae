namespace Project06.Transparency;

/// <summary>Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
