using System.Text.Json.Nodes;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;
using static Project06.PublicServices.Tests.Procedures.TestFolders;

namespace Project06.PublicServices.Tests.Procedures;

public sealed class KnownAnswersTests
{
    [Fact]
    public void A_married_mother_is_not_asked_who_the_parents_are()
    {
        var people = new TestPeople();
        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject { ["relation"] = "mother" });

        Assert.Equal(people.Mother.PersonId, form.Fields["mother"].PersonId);
        Assert.Equal("requester", form.Fields["mother"].KnownFrom!.Name);
        Assert.Equal(people.Father.PersonId, form.Fields["father"].PersonId);
        Assert.Equal("requester.spouse", form.Fields["father"].KnownFrom!.Name);
        Assert.Equal("00070", form.CompetentUnit);
        Assert.Equal("VN", form.Fields["child-nationality"].Text);
        Assert.DoesNotContain(form.Asked, page => page.Page.Id is "mother" or "father" or "child-nationality" or "registering-unit");
    }

    [Fact]
    public void A_married_father_is_known_with_his_wife()
    {
        var people = new TestPeople();
        var form = TestPeople.Form(Birth, people.For(people.Father), new JsonObject { ["relation"] = "father" });
        Assert.Equal((people.Mother.PersonId, people.Father.PersonId), (form.Fields["mother"].PersonId, form.Fields["father"].PersonId));
    }

    [Fact]
    public void An_unmarried_mother_may_leave_the_father_empty_and_the_child_follows_her()
    {
        var people = new TestPeople(married: false);
        var asked = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject { ["relation"] = "mother" });
        Assert.True(asked.Fields["father"].Asked);
        Assert.False(asked.Fields["father"].Required);
        Assert.Equal("father", asked.FirstIncomplete!.Page.Id);

        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject { ["relation"] = "mother", ["father"] = null });
        Assert.Equal("child-name", form.FirstIncomplete!.Page.Id);
        Assert.Equal("Hoàng", form.Fields["child-surname"].Text);
        Assert.Equal("01", form.Fields["child-ethnicity"].Text);
        Assert.Equal("mother.ethnic-code", form.Fields["child-ethnicity"].KnownFrom!.Name);
    }

    [Fact]
    public void A_grandmother_names_the_mother_and_the_husband_follows()
    {
        var people = new TestPeople();
        var grandmother = TestPeople.Make("Lê", "Thị", "Hoa", Sex.Female, new(1968, 1, 1), "01", "00071", "Phường Ba Đình, Thành phố Hà Nội");
        var form = TestPeople.Form(Birth, people.For(grandmother), new JsonObject
        {
            ["relation"] = "grandparent",
            ["mother"] = AnswerValues.Person(people.Mother.PersonId),
        });
        Assert.True(form.Fields["mother"].Asked);
        Assert.Equal(people.Father.PersonId, form.Fields["father"].PersonId);
        Assert.Equal("mother.spouse", form.Fields["father"].KnownFrom!.Name);
    }

    [Fact]
    public void What_differs_between_the_parents_is_chosen_from_the_two()
    {
        var people = new TestPeople(fatherEthnic: "02", fatherUnit: "00071");
        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject { ["relation"] = "mother" });

        Assert.Equal(["Nguyễn", "Hoàng"], form.Fields["child-surname"].Options.Select(option => option.Value));
        Assert.Equal("Cha", form.Fields["child-surname"].Options[0].Hint!.Vi);
        Assert.Equal(["02", "01"], form.Fields["child-ethnicity"].Options.Select(option => option.Value));
        Assert.Equal(["00070", "00071"], form.Fields["registering-unit"].Options.Select(option => option.Value));
        Assert.Null(form.CompetentUnit);
    }

    [Fact]
    public void What_is_the_same_is_known()
    {
        var people = new TestPeople(fatherEthnic: "01");
        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject { ["relation"] = "mother" });
        Assert.True(form.Fields["child-ethnicity"].IsKnown);
        Assert.Equal("01", form.Fields["child-ethnicity"].Text);
    }

    [Fact]
    public void Without_a_source_the_whole_code_table_is_offered()
    {
        var people = new TestPeople(married: false);
        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject
        {
            ["relation"] = "caregiver", ["mother"] = null, ["father"] = null,
        });
        Assert.Equal(["01", "02", "03"], form.Fields["child-ethnicity"].Options.Select(option => option.Value));
        Assert.False(form.Fields["child-surname"].IsChosen);
        Assert.True(form.Fields["abandoned-record"].Visible);
    }

    [Fact]
    public void A_dead_spouse_is_not_filled_in()
    {
        var people = new TestPeople();
        var book = new PeopleBook(people.Mother, [people.Father with { IsAlive = false }], [], TestPeople.Today);
        Assert.True(TestPeople.Form(Birth, book, new JsonObject { ["relation"] = "mother" }).Fields["father"].Asked);
    }

    [Fact]
    public void Nobody_says_a_known_answer_is_other_but_it_can_be_reported_wrong()
    {
        var people = new TestPeople();
        var form = TestPeople.Form(Birth, people.For(people.Mother), new JsonObject
        {
            ["relation"] = "mother",
            ["father"] = AnswerValues.Person(Guid.NewGuid()),
            [AnswerValues.ReportedWrong] = new JsonObject { ["father"] = "Chúng tôi đã ly hôn" },
        });
        Assert.Equal(people.Father.PersonId, form.Fields["father"].PersonId);
        Assert.Equal("Chúng tôi đã ly hôn", form.Fields["father"].ReportedWrong);
    }

    [Fact]
    public void A_man_is_not_offered_to_be_the_mother()
    {
        var people = new TestPeople();
        var form = TestPeople.Form(Birth, people.For(people.Father));
        Assert.Equal(["father", "grandparent", "relative", "caregiver"], form.Fields["relation"].Options.Select(option => option.Value));
        var wrong = TestPeople.Form(Birth, people.For(people.Father), new JsonObject { ["relation"] = "mother" });
        Assert.Equal("form.not-offered", wrong.Fields["relation"].Error!.Key);
    }

    [Fact]
    public void An_absence_is_declared_for_oneself_a_minor_child_or_a_ward()
    {
        var people = new TestPeople();
        var small = TestPeople.Make("Nguyễn", "An", "Nhiên", Sex.Female, new(2019, 5, 5), "01", "00070", "Hà Nội");
        var grown = TestPeople.Make("Nguyễn", "An", "Khang", Sex.Male, new(2008, 11, 21), "01", "00070", "Hà Nội");
        var book = people.For(people.Mother, small, grown);

        var self = TestPeople.Form(Absence, book, new JsonObject { ["who"] = "self" });
        Assert.Equal(people.Mother.PersonId, self.Fields["absent-person"].PersonId);
        Assert.Equal("00070", self.CompetentUnit);
        var child = TestPeople.Form(Absence, book, new JsonObject { ["who"] = "child" });
        Assert.Equal(small.PersonId, child.Fields["absent-person"].PersonId);
        var ward = TestPeople.Form(Absence, book, new JsonObject { ["who"] = "ward" });
        Assert.True(ward.Fields["absent-person"].Asked);
    }
}
