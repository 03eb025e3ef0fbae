using Xunit;

namespace Project06.DemoNation.Tests;

public sealed class KinshipTests(NationFixture fixture) : IClassFixture<NationFixture>
{
    [Fact]
    public void References_AllLeadToSomebody()
    {
        foreach (var p in fixture.Nation.People)
        {
            foreach (var id in new[] { p.MotherId, p.FatherId, p.SpouseId })
            {
                Assert.True(id is null || fixture.ById.ContainsKey(id.Value));
            }
        }

        Assert.All(fixture.Nation.Marriages, m => Assert.True(fixture.ById[m.HusbandId].Sex == DemoSex.Male && fixture.ById[m.WifeId].Sex == DemoSex.Female));
        Assert.All(fixture.Nation.PastDossiers, d => Assert.True(fixture.ById.ContainsKey(d.ApplicantId) && (d.SubjectId is null || fixture.ById.ContainsKey(d.SubjectId.Value))));
        Assert.Equal(fixture.Nation.People.Count, fixture.ById.Count);
    }

    [Fact]
    public void Kinship_HasNoCycle()
    {
        var state = new Dictionary<Guid, int>();
        foreach (var person in fixture.Nation.People)
        {
            Visit(person.Id, 0);
        }

        void Visit(Guid? id, int depth)
        {
            if (id is not { } at || (state.TryGetValue(at, out var seen) && seen == 2))
            {
                return;
            }

            Assert.True(seen == 0 && depth < 50, $"cycle through {at}");
            state[at] = 1;
            Visit(fixture.ById[at].MotherId, depth + 1);
            Visit(fixture.ById[at].FatherId, depth + 1);
            state[at] = 2;
        }
    }

    [Fact]
    public void Parents_AreOlderAndOfTheRightSex()
    {
        foreach (var child in fixture.Nation.People)
        {
            if (child.MotherId is { } mother)
            {
                var age = NationSummary.AgeOn(fixture.ById[mother].BirthDate, child.BirthDate);
                Assert.True(age is >= 15 and <= 50, $"mother of {age} years");
                Assert.Equal(DemoSex.Female, fixture.ById[mother].Sex);
                Assert.True(fixture.ById[mother].DeathDate is not { } died || died >= child.BirthDate);
            }

            if (child.FatherId is { } father)
            {
                Assert.InRange(NationSummary.AgeOn(fixture.ById[father].BirthDate, child.BirthDate), 16, 75);
                Assert.Equal(DemoSex.Male, fixture.ById[father].Sex);
                Assert.True(fixture.ById[father].DeathDate is not { } died || died.AddDays(280) >= child.BirthDate);
            }
        }
    }

    [Fact]
    public void BrothersAndSisters_AreTwinsOrMonthsApart()
    {
        var twins = 0;
        foreach (var mother in fixture.Nation.People.Where(p => p.MotherId is not null && p.BirthDatePrecision == DemoDatePrecision.Day).GroupBy(p => p.MotherId))
        {
            var days = mother.Select(p => p.BirthDate.DayNumber).Order().ToList();
            for (var i = 1; i < days.Count; i++)
            {
                twins += days[i] == days[i - 1] ? 1 : 0;
                Assert.True(days[i] == days[i - 1] || days[i] - days[i - 1] >= 270, $"{days[i] - days[i - 1]} days apart");
            }
        }

        Assert.InRange(twins, 100, 2_000);
    }

    [Fact]
    public void Spouses_AreMutualOfOppositeSexAndOfAge()
    {
        foreach (var p in fixture.Nation.People.Where(p => p.SpouseId is not null))
        {
            var spouse = fixture.ById[p.SpouseId!.Value];
            Assert.Equal(p.Id, spouse.SpouseId);
            Assert.NotEqual(p.Sex, spouse.Sex);
            Assert.NotEqual(p.MotherId ?? Guid.Empty, spouse.MotherId ?? Guid.AllBitsSet);
            Assert.Equal(p.MarriageDate, spouse.MarriageDate);
            if (p.MarriageDate is { } day)
            {
                Assert.True(NationSummary.AgeOn(p.BirthDate, day) >= (p.Sex == DemoSex.Male ? 20 : 18), $"{p.Sex} married at {NationSummary.AgeOn(p.BirthDate, day)}");
                Assert.True(day <= (p.DeathDate ?? new DateOnly(2026, 11, 21)));
            }

            if (p.DeathDate is null)
            {
                Assert.Equal(spouse.DeathDate is null ? DemoMaritalStatus.Married : DemoMaritalStatus.Widowed, p.MaritalStatus);
            }
        }

        var entries = fixture.Nation.Marriages.Select(m => (m.OfficeCommuneCode, m.EntryNo)).ToList();
        Assert.Equal(entries.Count, entries.Distinct().Count());
    }

    [Fact]
    public void Households_HaveOneHeadAndKnowTheirMembers()
    {
        foreach (var household in fixture.Nation.Households)
        {
            var members = household.MemberIds.Select(id => fixture.ById[id]).ToList();
            Assert.Equal(household.HeadId, Assert.Single(members, m => m.RelationToHead == DemoRelation.Head).Id);
            Assert.All(members, m => Assert.True(m.HouseholdId == household.Id && m.CommuneCode == household.CommuneCode && m.DeathDate is null));
            Assert.True(NationSummary.AgeOn(fixture.ById[household.HeadId].BirthDate, new DateOnly(2026, 11, 21)) >= 18);
        }

        var others = fixture.Living.Count(p => p.RelationToHead == DemoRelation.Other);
        Assert.True(others < fixture.Summary.Living * 0.02, $"{others} without a relation");
    }

    [Fact]
    public void Surnames_MostlyPassFromTheFather()
    {
        var children = fixture.Living.Where(p => p.FatherId is not null).ToList();
        var same = children.Count(p => p.Surname == fixture.ById[p.FatherId!.Value].Surname);

        Assert.InRange(same / (double)children.Count, 0.93, 0.99);
    }
}
