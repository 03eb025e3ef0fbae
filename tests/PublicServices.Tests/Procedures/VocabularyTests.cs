using Project06.PublicServices.Procedures;
using static Project06.PublicServices.Tests.Procedures.TestFolders;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>What a folder may say beyond the form: consents, payments, officials' forms, what follows, parts of other folders.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void A_folder_may_say_it_all()
    {
        var book = Scratch.Load(_ => { });
        var procedure = book.Get(Scratch.Code, 1);

        var consent = procedure.Step("consent");
        Assert.Equal((StepActor.Consenter, "witness", "payment"), (consent.Actor, consent.Consenter, consent.PassesTo));
        Assert.Equal(["reason"], consent.Shows);
        Assert.Equal("Bạn có đồng ý không?", consent.Question!.Vi);
        var payment = procedure.Step("payment");
        Assert.True(payment.Pays);
        Assert.Equal("decision", payment.PassesTo);
        Assert.Equal(["office.finding", "office.copies"], procedure.Step("decision").Action("grant")!.Form.Select(field => field.Id));
        Assert.Equal(FieldType.Number, procedure.OfficeFields["office.copies"].Type);
        var fee = Assert.Single(procedure.Fees, row => row.Amount == 8000);
        Assert.Equal((null, "copies"), (fee.Channel, fee.Per));
        Assert.True(fee.When!.Holds(name => name == "kind" ? "paper" : null));
        var next = Assert.Single(procedure.FollowedBy);
        Assert.Equal(Absence, next.Procedure);
        Assert.Contains(next.With, mapping => mapping is { Property: "ground", From: "=d" });
    }

    [Fact]
    public void A_folder_based_on_another_has_its_parts_and_texts()
    {
        var book = Scratch.Load(folder => folder.AddBased("8.000002", "8.000001/1"));
        var (own, basis) = (book.Get("8.000002", 1), book.Get("8.000001", 1));

        Assert.Equal("Việc dựa trên việc khác", own.Name.Vi);
        Assert.Equal([.. basis.Steps.Select(step => step.Name.Vi)], own.Steps.Select(step => step.Name.Vi));
        Assert.Equal(["reason", "added"], [.. own.Pages.Select(page => page.Id).Where(id => id is "reason" or "added")]);
        Assert.NotEqual(basis.ContentHash, own.ContentHash);
    }

    [Theory]
    [InlineData("when: kind = none, unit", "when: office.finding = clear, unit", "a limit depends on what the applicant says")]
    [InlineData("when: kind = none, unit", "when: requester.sex = \"1\", unit", "may read fields only")]
    [InlineData("{ when: kind = none, unit", "{ unit", "'when' is missing")]
    [InlineData("consenter: witness", "consenter: reason", "'reason' is no person field")]
    [InlineData("shows: [reason]", "shows: [salary]", "'salary' is no field of this procedure")]
    [InlineData("    pays: true\n", "", "a step has state 6 exactly when it 'pays'")]
    [InlineData("per: copies", "per: reason", "'reason' is no number field")]
    [InlineData("when: office.finding = unclear", "when: office.findings = unclear", "'office.findings'")]
    [InlineData("form: [copies]", "form: [stamps]", "no action before has the field 'stamps'")]
    [InlineData("{ id: finding, type: choice, required: true, options: [clear, unclear] }", "{ id: finding, type: file }", "an office's form takes no files")]
    [InlineData("procedure: \"1.003677\"", "procedure: \"7.000000\"", "which has no folder")]
    [InlineData("ground: \"=d\"", "ground: \"=z\"", "'z' is no option of 'ground'")]
    [InlineData("absent-from: from-day", "absent-from: reason", "'reason' is long-text, but 'absent-from' is date")]
    [InlineData("absent-from: from-day", "colour: reason", "it has no field 'colour'")]
    [InlineData("effects: {}", "based-on: \"9.999999/1\"", "'9.999999/1' is no folder")]
    public void What_is_wrong_in_it_is_said(string old, string changed, string reason) =>
        Assert.Contains(Scratch.ErrorsWith(old, changed), error => error.File.StartsWith(Scratch.Code, StringComparison.Ordinal)
            && error.Reason.Contains(reason, StringComparison.Ordinal));
}
