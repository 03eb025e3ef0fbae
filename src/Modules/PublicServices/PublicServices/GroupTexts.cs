namespace Project06.PublicServices;

/// <summary>Texts of what one form leads to: Resources/GroupTexts.resx (Vietnamese) and GroupTexts.en.resx.</summary>
internal sealed class GroupTexts;
