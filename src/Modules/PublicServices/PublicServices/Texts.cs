namespace Project06.PublicServices;

/// <summary>The module's interface texts: Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
