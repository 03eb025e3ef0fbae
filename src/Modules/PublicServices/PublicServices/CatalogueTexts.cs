namespace Project06.PublicServices;

/// <summary>Texts of the catalogue: Resources/CatalogueTexts.resx (Vietnamese) and CatalogueTexts.en.resx.</summary>
internal sealed class CatalogueTexts;
