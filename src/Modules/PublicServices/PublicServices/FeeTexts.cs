namespace Project06.PublicServices;

/// <summary>Texts of fees and payments: Resources/FeeTexts.resx (Vietnamese) and FeeTexts.en.resx.</summary>
internal sealed class FeeTexts;
