namespace Project06.Host;

/// <summary>Interface texts of the host's own pages: Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
