namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>Which levels handle a procedure: told by its description or annex, else read from its name and departments.</summary>
internal static class LevelReader
{
    public static AgencyLevels Of(string[]? described, string? annex, string name, IReadOnlyList<string> departments, string promulgator)
    {
        if (described is { Length: > 0 })
            return described.Aggregate(AgencyLevels.None, (all, level) => all | level switch
            {
                "commune" => AgencyLevels.Commune,
                "province" => AgencyLevels.Province,
                "ministry" => AgencyLevels.Ministry,
                _ => AgencyLevels.Other,
            });
        if (annex is { Length: > 0 })
            return Told(annex);
        if (Told(name) is not AgencyLevels.None and var named)
            return named;
        var read = departments.Aggregate(AgencyLevels.None, (all, department) => all | OfDepartment(department));
        return read != AgencyLevels.None ? read
            : promulgator.StartsWith("UBND", StringComparison.Ordinal) ? AgencyLevels.Province
            : AgencyLevels.None;
    }

    private static AgencyLevels Told(string text)
    {
        var lower = text.ToLowerInvariant();
        var levels = AgencyLevels.None;
        if (lower.Contains("cấp xã", StringComparison.Ordinal))
            levels |= AgencyLevels.Commune;
        if (lower.Contains("cấp tỉnh", StringComparison.Ordinal))
            levels |= AgencyLevels.Province;
        if (lower.Contains("cấp bộ", StringComparison.Ordinal) || lower.Contains("cấp trung ương", StringComparison.Ordinal))
            levels |= AgencyLevels.Ministry;
        if (lower.Contains("cơ quan khác", StringComparison.Ordinal))
            levels |= AgencyLevels.Other;
        return levels;
    }

    private static AgencyLevels OfDepartment(string department)
    {
        var told = Told(department);
        if (told != AgencyLevels.None)
            return told;
        bool Has(params string[] words) => words.Any(word => department.Contains(word, StringComparison.OrdinalIgnoreCase));
        return Has("xã, phường", "trạm y tế") ? AgencyLevels.Commune
            : Has("Sở ", "tỉnh", "Chi cục", "Văn phòng đăng ký đất đai", "Khu vực", "thành phố", "địa phương") ? AgencyLevels.Province
            : Has("Bộ ", "Cục ", "Tổng cục", "Ngân hàng Nhà nước", "Ủy ban Chứng khoán", "Viện ") ? AgencyLevels.Ministry
            : Has("cơ quan đại diện", "trường", "bệnh viện", "Điện lực", "Tòa án") ? AgencyLevels.Other
            : AgencyLevels.None;
    }
}
