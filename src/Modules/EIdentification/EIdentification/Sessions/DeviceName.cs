namespace Project06.EIdentification.Sessions;

/// <summary>Family of browser and system out of a User-Agent header: enough to recognise one's own phone, no more.</summary>
internal static class DeviceName
{
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Zalo", "Zalo"), ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent) =>
        string.Join(", ", new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>()) is { Length: > 0 } name ? name : "?";

    private static string? Find((string Mark, string Name)[] families, string? userAgent) =>
        families.FirstOrDefault(f => userAgent?.Contains(f.Mark, StringComparison.OrdinalIgnoreCase) == true).Name;
}
