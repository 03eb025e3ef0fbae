namespace Project06.PublicServices;

/// <summary>What is said about answers: Resources/FormTexts.resx (Vietnamese) and FormTexts.en.resx.</summary>
internal sealed class FormTexts;
