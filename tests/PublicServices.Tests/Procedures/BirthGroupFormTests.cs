using System.Text.Json.Nodes;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>The form of the birth with the child's residence: whose household, and what is known of it.</summary>
public sealed class BirthGroupFormTests
{
    private const string Group = "2.000986", Residence = "1.004222";

    [Fact]
    public void Its_form_is_that_of_the_birth_and_two_questions_more()
    {
        var (own, birth) = (TestFolders.Book.Get(Group, 1), TestFolders.Book.Get(TestFolders.Birth, 1));

        Assert.Equal([.. birth.Pages.Select(page => page.Id), "home", "head"], own.Pages.Select(page => page.Id));
        Assert.Equal(birth.Steps.Select(step => step.Id), own.Steps.Select(step => step.Id));
        Assert.Equal(birth.Pages[0].Title.Vi, own.Pages[0].Title.Vi);
        Assert.NotEqual(birth.Step("finished").ForCitizen.Vi, own.Step("finished").ForCitizen.Vi);
        Assert.Equal(TestFolders.Birth, own.BasedOn);
    }

    [Fact]
    public void Parents_of_one_household_are_not_asked_for_its_head()
    {
        var people = new TestPeople();
        var father = people.Father with { HeadId = people.Father.PersonId };
        var mother = people.Mother with { HeadId = father.PersonId };

        var form = Form(mother, [father]);

        Assert.Equal(["parents", "named"], form.Fields["home"].Options.Select(option => option.Value));
        Assert.Equal(father.PersonId, form.Fields["head"].PersonId);
        Assert.True(form.Fields["head"].IsKnown);
    }

    [Fact]
    public void Parents_of_two_households_choose_between_their_heads()
    {
        var people = new TestPeople();
        var grandfather = TestPeople.Make("Nguyễn", "Văn", "Nội", Sex.Male, new(1965, 1, 1), "01", "00071", "Hà Nội");
        var mother = people.Mother with { HeadId = people.Mother.PersonId };

        var form = Form(mother, [people.Father with { HeadId = grandfather.PersonId }, grandfather]);

        Assert.Equal([mother.PersonId.ToString(), grandfather.PersonId.ToString()], form.Fields["head"].Options.Select(option => option.Value));
        Assert.True(form.Fields["head"].Asked);
    }

    [Fact]
    public void Nobody_but_a_parent_is_offered_their_own_household()
    {
        var people = new TestPeople();
        var grandmother = TestPeople.Make("Lê", "Thị", "Hoa", Sex.Female, new(1968, 1, 1), "01", "00071", "Hà Nội");
        var form = TestPeople.Form(Group, people.For(grandmother with { HeadId = grandmother.PersonId }), new JsonObject
        {
            ["relation"] = "grandparent", ["mother"] = AnswerValues.Person(people.Mother.PersonId), ["home"] = "requester",
        });

        Assert.Equal(["parents", "requester", "named"], form.Fields["home"].Options.Select(option => option.Value));
        Assert.Equal(grandmother.PersonId, form.Fields["head"].PersonId);
    }

    [Fact]
    public void A_residence_in_the_group_has_the_group_s_limit()
    {
        var residence = TestFolders.Book.Get(Residence, 1);

        Assert.Equal((7, 2), (residence.LimitFor([]).Limit.Amount, residence.LimitFor([], inGroup: true).Limit.Amount));
        Assert.Contains("301/2026", residence.LimitFor([], inGroup: true).Legal, StringComparison.Ordinal);
        Assert.Contains(TestFolders.ErrorsWith(Residence, ("procedure.yaml", "    - in-group: true\n      unit", "    - unit")),
            error => error.Reason.Contains("'when' is missing", StringComparison.Ordinal));
    }

    private static FormState Form(Person mother, Person[] others) => TestPeople.Form(
        Group, new PeopleBook(mother, others, [], TestPeople.Today), new JsonObject { ["relation"] = "mother", ["home"] = "parents" });
}
