namespace Project06.Steering;

/// <summary>Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
