using Project06.BuildingBlocks.Text;
using Project06.ReferenceData.Contracts;
using static Project06.ReferenceData.Tests.ShippedData;

namespace Project06.ReferenceData.Tests.Units;

public sealed class UnitTests
{
    private static readonly DateOnly Before = new(2025, 6, 30);
    private static readonly DateOnly After = new(2025, 7, 1);
    private static readonly DateOnly Now = new(2026, 11, 21);

    [Theory]
    [InlineData("15", "Tỉnh Yên Bái", "Tỉnh Lào Cai")]
    [InlineData("24", "Tỉnh Bắc Giang", "Tỉnh Bắc Ninh")]
    [InlineData("44", "Tỉnh Quảng Bình", "Tỉnh Quảng Trị")]
    [InlineData("00004", "Phường Trúc Bạch", "Phường Ba Đình")]
    [InlineData("02", "Tỉnh Hà Giang", null)]
    public void FindUnit_OnEitherSideOfTheReform_GivesAnotherPlace(string code, string before, string? after)
    {
        Assert.Equal(before, Snapshot.FindUnit(code, Before)?.FullName);
        Assert.Equal(after, Snapshot.FindUnit(code, After)?.FullName);
    }

    [Fact]
    public void FindUnit_AfterAChangeOfType_GivesTheTypeOfTheDay()
    {
        Assert.Equal(UnitType.Province, Snapshot.FindUnit("75", new DateOnly(2026, 4, 29))!.Type);
        Assert.Equal(UnitType.City, Snapshot.FindUnit("75", new DateOnly(2026, 4, 30))!.Type);
        Assert.Equal("Phường Long Thành", Snapshot.FindUnit("26368", new DateOnly(2026, 4, 30))!.FullName);
    }

    [Fact]
    public void Today_HasTwoLevelsAndTheOfficialNumbers()
    {
        var provinces = Snapshot.Provinces(Now);
        var communes = provinces.SelectMany(province => Snapshot.Communes(province.Code, Now)).ToArray();

        Assert.Equal(34, provinces.Count);
        Assert.Equal(3321, communes.Length);
        Assert.Equal(13, communes.Count(commune => commune.Type == UnitType.SpecialZone));
        Assert.Null(Snapshot.FindUnit("001", Now));
        Assert.All(communes, commune => Assert.Equal(commune.ProvinceCode, commune.ParentCode));
        Assert.Equal((63, 10035), (Snapshot.Provinces(Before).Count, Snapshot.Provinces(Before).Sum(p => Snapshot.Communes(p.Code, Before).Count)));
    }

    [Fact]
    public void Provinces_AreInVietnameseOrder()
    {
        var names = Snapshot.Provinces(Now).Select(province => province.Name).ToList();

        Assert.Equal("An Giang", names[0]);
        Assert.True(names.IndexOf("Cần Thơ") > names.IndexOf("Cao Bằng"));
        Assert.True(names.IndexOf("Đà Nẵng") > names.IndexOf("Cần Thơ"));
        Assert.True(names.IndexOf("Đồng Tháp") < names.IndexOf("Gia Lai"));
    }

    [Fact]
    public void Order_PutsDWithStrokeAfterD()
    {
        Assert.Equal(["Dung", "Dương", "Đan", "Đông", "Em"], new[] { "Em", "Đông", "Dương", "Đan", "Dung" }.Order(VietnameseText.Order));
    }

    [Theory]
    [InlineData("Đà  Nẵng", "da nang")]
    [InlineData("HOÀ", "hoa")]
    [InlineData("Hòa", "hoa")]
    [InlineData("Thủy Nguyên", "thuy nguyen")]
    public void Fold_DropsMarks(string text, string folded)
    {
        Assert.Equal(folded, VietnameseText.Fold(text));
    }

    [Theory]
    [InlineData("da nang", "Thành phố Đà Nẵng")]
    [InlineData("Đà Nẵng", "Thành phố Đà Nẵng")]
    [InlineData("ho chi minh", "Thành phố Hồ Chí Minh")]
    [InlineData("48", "Thành phố Đà Nẵng")]
    public void Search_FindsProvinces_WithOrWithoutMarks(string text, string fullName)
    {
        Assert.Equal(fullName, Snapshot.Search(text, Now, UnitLevel.Province)[0].FullName);
    }

    [Fact]
    public void Search_PutsWhatWasTypedExactlyFirst()
    {
        var hits = Snapshot.Search("Ba Đình", Now, UnitLevel.Commune);

        Assert.Equal("Ba Đình", hits[0].Name);
        Assert.Empty(Snapshot.Search("  ", Now));
        Assert.Empty(Snapshot.Search("không có nơi này", Now));
        Assert.Contains(Snapshot.Search("mi li", Now, UnitLevel.Commune), unit => unit.Name == "Mỹ Lý");
    }

    [Fact]
    public void OldProvincePrefixes_AreThoseOfTheGround()
    {
        // Tuyên Quang today has communes from old Hà Giang (002) and old Tuyên Quang (008).
        var prefixes = Snapshot.Communes("08", Now)
            .Select(commune => Assert.Single(Snapshot.OldProvincePrefixes(commune.Code)))
            .ToArray();

        Assert.Equal(["002", "008"], prefixes.Select(candidate => candidate.Prefix.Prefix).Distinct().Order());
        Assert.All(prefixes, candidate => Assert.False(candidate.Verified));
        Assert.All(
            Snapshot.Provinces(Now).SelectMany(province => Snapshot.Communes(province.Code, Now)),
            commune => Assert.NotEmpty(Snapshot.OldProvincePrefixes(commune.Code)));
        Assert.Empty(Snapshot.OldProvincePrefixes("99999"));
    }

    [Fact]
    public void Successors_OfASplitCommune_AreSeveral()
    {
        Assert.Equal(440, Snapshot.Provinces(Before)
            .SelectMany(province => Snapshot.Communes(province.Code, Before))
            .Count(commune => Snapshot.Successors(commune.Code).Select(row => row.NewCode).Distinct().Count() > 1));
    }

    [Fact]
    public void Codes_AreReadBySystem()
    {
        Assert.Equal(54, Snapshot.Codes(CodeSystems.EthnicGroup, Now).Count);
        Assert.Equal("Hoa", Snapshot.FindCode(CodeSystems.EthnicGroup, "04", Now)!.NameVi);
        Assert.Equal("VN", Snapshot.Codes(CodeSystems.Country, Now)[0].Code);
        Assert.Null(Snapshot.FindCode(CodeSystems.EthnicGroup, "55", Now));
        Assert.Empty(Snapshot.Codes("no-such-system", Now));
        Assert.Equal("Nữ", Snapshot.FindCode(CodeSystems.Sex, "2", Now)!.NameVi);
    }
}
