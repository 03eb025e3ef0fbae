using System.Text.RegularExpressions;
using Project06.PublicServices.Features.Catalogue.Book;

namespace Project06.PublicServices.Features.Catalogue.Search;

/// <summary>
/// The catalogue lists one procedure once for each level that handles it, and again for each province that published it.
/// Those are one answer: their names are the same but for the level.
/// </summary>
internal static partial class SameProcedure
{
    public static string Key(CatalogueEntry entry)
    {
        var key = Tokens.Key(Tokens.Of(Level().Replace(entry.Name, " ")));
        return key.StartsWith("thu tuc ", StringComparison.Ordinal) ? key[8..] : key;
    }

    [GeneratedRegex(@"\((?:thực hiện|cấp|ở|tại)[^)]*(?:cấp|xã|tỉnh|huyện|trung ương|bộ)[^)]*\)|\bthực hiện (?:tại|ở) (?:công an )?cấp .*$|\btại (?:công an )?cấp (?:tỉnh|xã|bộ|trung ương).*$|\bthuộc thẩm quyền (?:của )?(?:cấp )?(?:bộ|tỉnh|xã)\b.*$", RegexOptions.IgnoreCase)]
    private static partial Regex Level();
}
