namespace Project06.Ui;

/// <summary>Texts of the design system itself: Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts;
