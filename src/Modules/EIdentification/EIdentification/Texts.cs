namespace Project06.EIdentification;

/// <summary>Names the module's texts: Resources/Texts.resx and Texts.en.resx.</summary>
internal sealed class Texts;
