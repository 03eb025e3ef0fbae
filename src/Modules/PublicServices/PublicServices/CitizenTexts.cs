namespace Project06.PublicServices;

/// <summary>Texts of letters, ratings, complaints and one's own papers: Resources/CitizenTexts.resx (Vietnamese) and CitizenTexts.en.resx.</summary>
internal sealed class CitizenTexts;
