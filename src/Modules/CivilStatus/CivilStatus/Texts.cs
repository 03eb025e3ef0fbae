namespace Project06.CivilStatus;

/// <summary>Texts of this module: Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
