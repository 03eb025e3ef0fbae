using System.Globalization;

namespace Project06.PublicServices.Procedures;

/// <summary>Something shown to people, in both languages of the folder.</summary>
internal sealed record Words(string Vi, string En)
{
    /// <summary>In the language of the page being written.</summary>
    public string Here => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Vi;

    public override string ToString() => Here;
}
