using System.Globalization;
using System.Text;
using Xunit;

namespace Project06.DemoNation.Tests;

public sealed class PaperTests(NationFixture fixture) : IClassFixture<NationFixture>
{
    [Fact]
    public void Numbers_AreUniqueAndSayPlaceSexAndYear()
    {
        var oldProvinces = File.ReadLines(Path.Combine(NationFixture.DataFolder, "admin", "mapping_commune_2025.csv")).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (New: cells[5], Old: cells[4]))
            .ToHashSet();
        var numbers = new HashSet<string>();
        foreach (var p in fixture.Nation.People)
        {
            Assert.True(numbers.Add(p.Number), "a number twice");
            Assert.Matches("^0[0-9]{11}$", p.Number);
            Assert.Equal(p.BirthPlaceProvinceOld, p.Number.Substring(1, 2));
            Assert.Equal((((p.BirthDate.Year / 100) - 19) * 2) + (p.Sex == DemoSex.Female ? 1 : 0), p.Number[3] - '0');
            Assert.Equal((p.BirthDate.Year % 100).ToString("00", CultureInfo.InvariantCulture), p.Number.Substring(4, 2));
            Assert.Contains((p.CommuneCode, p.BirthPlaceProvinceOld), oldProvinces);
        }
    }

    [Fact]
    public void Texts_AreNfcAndComplete()
    {
        foreach (var p in fixture.Nation.People)
        {
            Assert.True(p.FullName.IsNormalized(NormalizationForm.FormC) && p.AddressLine.IsNormalized(NormalizationForm.FormC));
            Assert.NotEmpty(p.GivenName);
            Assert.NotEmpty(p.AddressLine);
            Assert.Equal(p.FullName, string.Join(' ', new[] { p.Surname, p.MiddleName, p.GivenName }.Where(s => s.Length > 0)));
        }
    }

    [Fact]
    public void OddPeople_AreThere()
    {
        Assert.True(fixture.Living.Count(p => !p.FullName.Contains(' ', StringComparison.Ordinal)) >= 10, "one-word names");
        Assert.InRange(fixture.Living.Count(p => p.BirthDatePrecision == DemoDatePrecision.Year), 200, 20_000);
        Assert.InRange(fixture.Nation.People.Count - fixture.Summary.Living, 5_000, 60_000);
        Assert.All(fixture.Living.Where(p => p.BirthDatePrecision == DemoDatePrecision.Year), p => Assert.Equal((1, 1), (p.BirthDate.Month, p.BirthDate.Day)));
    }

    [Fact]
    public void Cast_LivesInItsCommunes()
    {
        var cast = fixture.Nation.Cast;

        Assert.Equal(("Hoàng Thị Lan", 1996), (cast.Mother.FullName, cast.Mother.BirthDate.Year));
        Assert.Equal(("Nguyễn Đức Minh", 1994), (cast.Father.FullName, cast.Father.BirthDate.Year));
        Assert.Equal((cast.Father.Id, cast.Father.HouseholdId), (cast.Mother.SpouseId!.Value, cast.Mother.HouseholdId));
        Assert.Equal((new DateOnly(2023, 2, 14), "12/2023"), (cast.Mother.MarriageDate!.Value, cast.Mother.MarriageEntryNo));
        Assert.DoesNotContain(fixture.Nation.People, p => p.MotherId == cast.Mother.Id);
        Assert.Equal("Trần Thị Hạnh", cast.CivilStatusOfficer.FullName);
        Assert.Equal(120, cast.LongName.FullName.Length);
        Assert.All(
            [cast.Mother, cast.Father, cast.Clerk, cast.CivilStatusOfficer, cast.Leader, cast.Administrator, cast.PoliceOfficer, cast.LongName, cast.Newborn],
            p => Assert.Equal(DemoNationOptions.WardCode, p.CommuneCode));
        Assert.All([cast.OtherMother, cast.OtherFather, cast.OtherClerk], p => Assert.Equal(DemoNationOptions.RuralCommuneCode, p.CommuneCode));
        Assert.Equal((cast.MotherOfNewborn.Id, cast.FatherOfNewborn.Id), (cast.Newborn.MotherId!.Value, cast.Newborn.FatherId!.Value));
        Assert.Contains(fixture.Nation.PastBirths, b => b.ChildId == cast.Newborn.Id);
    }

    [Fact]
    public void PastBirths_AreNumberedWithoutGapAndHaveTheirDossier()
    {
        var dossiers = fixture.Nation.PastDossiers.ToDictionary(d => d.Id);
        foreach (var office in fixture.Nation.PastBirths.GroupBy(b => (b.OfficeCommuneCode, b.Year)))
        {
            var numbers = office.Select(b => b.EntryNumber).ToList();
            Assert.Equal(Enumerable.Range(numbers[0], numbers.Count), numbers);
            Assert.Equal(office.Select(b => b.RegisteredOn).Order(), office.Select(b => b.RegisteredOn));
            Assert.All(office, b => Assert.Equal((b.ChildId, b.RegisteredOn), (dossiers[b.DossierId].SubjectId!.Value, DateOnly.FromDateTime(dossiers[b.DossierId].FinishedAt!.Value.DateTime))));
        }

        Assert.InRange(fixture.Nation.PastBirths.Count, 600, 1_400);
    }

    [Fact]
    public void PastDossiers_LookLikeAYear()
    {
        var finished = fixture.Nation.PastDossiers.Where(d => d.FinishedAt is not null).ToList();
        var open = fixture.Nation.PastDossiers.Where(d => d.StateCode is 1 or 2 or 4 or 5 or 6).ToList();

        Assert.All(finished, d => Assert.True(d.FinishedAt > d.ReceivedAt));
        Assert.InRange(finished.Count(d => d.FinishedAt > d.DueAt) / (double)finished.Count, 0.01, 0.1);
        Assert.Equal(12, finished.Select(d => d.ReceivedAt.Month).Distinct().Count());
        Assert.InRange(open.Count(d => d.CommuneCode == DemoNationOptions.WardCode), 30, 90);
        Assert.InRange(open.Count(d => d.CommuneCode == DemoNationOptions.RuralCommuneCode), 30, 90);
        Assert.All(open, d => Assert.Null(d.FinishedAt));
        Assert.All(fixture.Nation.PastDossiers, d => Assert.True(d.ReceivedAt.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }
}
