using System.Globalization;
using System.Resources;

namespace Project06.Population;

/// <summary>Resources/Texts.resx (Vietnamese) and Texts.en.resx.</summary>
internal sealed class Texts
{
    private static readonly ResourceManager Words = new("Project06.Population.Resources.Texts", typeof(Texts).Assembly);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The Vietnamese and the English text of a key, for answers that carry both.</summary>
    public static (string Vi, string En) Both(string key, string argumentVi = "", string argumentEn = "") =>
        (string.Format(CultureInfo.InvariantCulture, Words.GetString(key, CultureInfo.InvariantCulture)!, argumentVi),
         string.Format(CultureInfo.InvariantCulture, Words.GetString(key, English)!, argumentEn));
}
