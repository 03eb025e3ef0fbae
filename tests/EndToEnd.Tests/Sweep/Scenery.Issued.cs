namespace Project06.EndToEnd.Tests.Sweep;

// A paper that the product issues from a procedure's template, and the desk of a province's office.
internal sealed partial class Scenery
{
    private async Task<IReadOnlyList<Round>> IssuedAsync()
    {
        await using var officer = await SignedInAsync("records-officer");
        await using var leader = await SignedInAsync("records-leader");
        var issued = await FileResidenceAsync("neighbour-16", JudicialRecords.Procedure, JudicialRecords.Own("number-2"));
        await ActAsync(officer, issued, "accept");
        await officer.FillInAsync(issued, "find", new Dictionary<string, object> { ["office.conviction"] = "none", ["office.ban"] = "none" });
        await ActAsync(leader, issued, "issue");
        var waiting = await FileResidenceAsync("neighbour-18", JudicialRecords.Procedure, JudicialRecords.Own("number-1"));
        await ActAsync(officer, waiting, "accept");
        return
        [
            new(null, [new("issued-check", "/issued-papers/check/{token}", "/issued-papers/check/" + await TokenAsync(
                "SELECT token FROM public_services.issued_papers ORDER BY id DESC LIMIT 1"))]),
            new("neighbour-16", [Dossier("record-finished", issued), new("issued-paper", "/issued-papers/{id:guid}", await PaperOfAsync(issued))]),
            new("records-officer", [.. Desk("records-officer", waiting), Give("records-find", waiting, "find"), Give("records-find", waiting, "find").SentEmpty()]),
        ];
    }
}
