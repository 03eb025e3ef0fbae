namespace Project06.PublicServices;

/// <summary>What is said round issued papers: Resources/IssuedPaperTexts.resx and .en.resx.</summary>
internal sealed class IssuedPaperTexts;
