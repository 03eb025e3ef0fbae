namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>One name for each issuing agency; the catalogue has two for some.</summary>
internal static class Promulgators
{
    public static string Clean(string name) => name.Trim() switch
    {
        "Bộ xây dựng (Giao thông vận tải cũ)" => "Bộ Xây dựng",
        "Bộ Công thương" => "Bộ Công Thương",
        "Trung tâm phục vụ hành chính công Thành phố Hà Nội" => "UBND Thành phố Hà Nội",
        "Sở Xây dựng - tỉnh Quảng Ngãi" => "UBND tỉnh Quảng Ngãi",
        var other => other,
    };
}
