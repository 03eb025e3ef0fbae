using System.Text.Json.Nodes;
using Project06.PublicServices.Procedures;
using static Project06.PublicServices.Tests.Procedures.TestFolders;

namespace Project06.PublicServices.Tests.Procedures;

public sealed class FormStateTests
{
    private readonly TestPeople people = new();

    [Fact]
    public void Pages_follow_each_other_and_pages_without_a_question_are_passed_over()
    {
        var form = Build(Complete());
        Assert.Equal(
            ["relation", "child-name", "child-birth-date", "child-sex", "birth-place", "proof", "birth-notice", "child-ethnicity", "child-native-place"],
            form.Asked.Select(page => page.Page.Id));
        Assert.Equal("child-name", form.Next("relation")!.Page.Id);
        Assert.Equal("relation", form.Previous("child-name")!.Page.Id);
        Assert.Null(form.Previous("relation"));
        Assert.Null(form.Next("child-native-place"));
        Assert.Null(form.FirstIncomplete);
        Assert.True(form.IsComplete);
    }

    [Fact]
    public void A_new_form_starts_at_its_first_page() => Assert.Equal("relation", Build([]).FirstIncomplete!.Page.Id);

    [Fact]
    public void A_page_with_a_wrong_answer_is_not_complete()
    {
        var answers = Complete();
        answers["child-birth-date"] = "2026-11-22";
        var form = Build(answers);
        Assert.Equal("child-birth-date", form.FirstIncomplete!.Page.Id);
        Assert.Equal("form.not-yet", Assert.Single(form.Validate("child-birth-date")).Key);
        Assert.False(form.IsComplete);
    }

    [Fact]
    public void Another_proof_asks_for_another_paper_and_forgets_the_first()
    {
        var answers = Complete();
        answers["proof"] = "witness";
        var form = Build(answers);
        Assert.Equal("witness-statement", form.FirstIncomplete!.Page.Id);
        Assert.False(form.Values().ContainsKey("birth-notice-code"));
    }

    [Fact]
    public void Values_hold_what_is_known_as_well_as_what_was_answered()
    {
        var values = Build(Complete()).Values();
        Assert.Equal(people.Father.PersonId, AnswerValues.PersonId(values["father"]));
        Assert.Equal("00070", values["registering-unit"]!.GetValue<string>());
        Assert.Equal("An", values["child-given-name"]!.GetValue<string>());
        Assert.False(values.ContainsKey("child-middle-name"));
    }

    [Theory]
    [InlineData("child-given-name", "A1", "form.letters-only")]
    [InlineData("child-given-name", "<b>", "form.letters-only")]
    [InlineData("child-given-name", "-", "form.letters-only")]
    [InlineData("child-given-name", null, "form.missing")]
    [InlineData("child-surname", "Trần", "form.not-offered")]
    [InlineData("child-birth-date", "2026-02-30", "form.no-such-date")]
    [InlineData("child-birth-date", "0026-11-18", "form.year-unlikely")]
    [InlineData("child-birth-date", null, "form.missing-date")]
    [InlineData("child-sex", "3", "form.not-offered")]
    [InlineData("birth-notice-code", "01234.GCS.0056.26", "form.mask")]
    [InlineData("birth-notice-photo", null, "form.missing-file")]
    [InlineData("proof", null, "form.missing-choice")]
    public void Says_what_is_wrong(string field, string? answer, string error)
    {
        var answers = Complete();
        answers[field] = answer;
        Assert.Equal(error, Build(answers).Fields[field].Error!.Key);
    }

    [Theory]
    [InlineData("Y Blô")]
    [InlineData("D’Artagnan-Nguyễn")]
    [InlineData("Ngọc")]
    public void Names_of_all_peoples_pass(string name)
    {
        var answers = Complete();
        answers["child-given-name"] = name;
        Assert.Null(Build(answers).Fields["child-given-name"].Error);
    }

    [Theory]
    [InlineData(120, null)]
    [InlineData(121, "form.too-long")]
    public void A_name_has_120_letters_at_most(int letters, string? error)
    {
        var answers = Complete();
        answers["child-given-name"] = new string('ệ', letters);
        Assert.Equal(error, Build(answers).Fields["child-given-name"].Error?.Key);
    }

    [Fact]
    public void The_wrong_kind_of_json_is_no_answer()
    {
        var answers = Complete();
        answers["child-given-name"] = 12;
        answers["mother"] = "me";
        answers["birth-notice-photo"] = "photo.jpg";
        var form = Build(answers);
        Assert.Equal("form.unreadable", form.Fields["child-given-name"].Error!.Key);
        Assert.Equal("form.unreadable", form.Fields["birth-notice-photo"].Error!.Key);
    }

    [Fact]
    public void The_folders_own_sentence_goes_first()
    {
        var answers = Complete();
        answers["child-given-name"] = null;
        Assert.Equal("Hãy ghi tên của cháu.", Build(answers).Fields["child-given-name"].Error!.Own!.Vi);
    }

    [Fact]
    public void An_absence_does_not_end_before_it_begins()
    {
        var form = TestPeople.Form(Absence, people.For(people.Mother), new JsonObject
        {
            ["who"] = "self", ["ground"] = "d", ["absent-from"] = "2026-12-01", ["absent-until"] = "2026-11-30",
        });
        var error = form.Fields["absent-until"].Error!;
        Assert.Equal("form.before", error.Key);
        Assert.Equal("01/12/2026", error.Args[0]);
    }

    [Fact]
    public void Consent_is_asked_of_those_under_supervision_only()
    {
        FormState For(string ground) => TestPeople.Form(Absence, people.For(people.Mother), new JsonObject { ["who"] = "self", ["ground"] = ground });
        Assert.True(For("a").Fields["supervisor-consent"].Required);
        Assert.False(For("d").Fields["supervisor-consent"].Visible);
        Assert.True(For("d").Fields["destination-unit"].Visible);
    }

    private FormState Build(JsonObject answers) => TestPeople.Form(Birth, people.For(people.Mother), answers);

    private static JsonObject Complete() => new()
    {
        ["relation"] = "mother",
        ["child-surname"] = "Nguyễn",
        ["child-middle-name"] = null,
        ["child-given-name"] = "An",
        ["child-birth-date"] = "2026-11-18",
        ["child-sex"] = "2",
        ["birth-place"] = "Bệnh viện Phụ sản",
        ["proof"] = "notice",
        ["birth-notice-code"] = "01234.GCS.00178.26",
        ["birth-notice-photo"] = new JsonArray(new JsonObject { ["fileId"] = Guid.NewGuid().ToString(), ["name"] = "giay.jpg", ["pages"] = 1 }),
        ["child-ethnicity"] = "01",
        ["child-native-place"] = "Xã Gio Linh, Tỉnh Quảng Trị",
    };
}
