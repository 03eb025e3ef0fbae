using System.Net;
using AngleSharp.Dom;
using Project06.BuildingBlocks.Access;

namespace Project06.PublicServices.Tests.Features;

/// <summary>The people named on a page and the rows which that very request put on the ledger are the same, both ways.</summary>
public sealed class LedgerEqualsPagesTests(LedgerGround ground) : IClassFixture<LedgerGround>
{
    /// <summary>Account, address, and how many people but the reader are named there at least.</summary>
    public static readonly TheoryData<string?, string, int> Pages = new()
    {
        { "neighbour-03", "/", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/relation", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/child-birth-date", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/birth-notice", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/mother", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/father", 0 },
        { "neighbour-03", "/apply/1.001193/{draft}/check-answers", 1 },
        { "neighbour-03", "/apply/1.001193/{draft}/wrong/father", 1 },
        { "neighbour-03", "/dossiers", 0 },
        { "neighbour-01", "/dossiers", 0 },
        { "neighbour-01", "/dossiers/{filed}", 1 },
        { "neighbour-01", "/dossiers/{filed}/receipt", 0 },
        { "neighbour-01", "/messages", 0 },
        { "neighbour-02", "/", 0 },
        { "neighbour-02", "/dossiers/{confirm}", 1 },
        { "mother", "/", 0 },
        { "mother", "/dossiers/{done}", 2 },
        { "mother", "/civil-status/certificates/{certificate}", 2 },
        { "mother", "/my-data/access-log", 0 },
        { "mother", "/account", 0 },
        { "father", "/", 0 },
        { "father", "/dossiers", 0 },
        { "father", "/my-data/access-log", 0 },
        { "father", "/civil-status/certificates/{certificate}", 2 },
        { "clerk", "/desk", 2 },
        { "clerk", "/desk?tab=office", 3 },
        { "clerk", "/desk?tab=today", 1 },
        { "clerk", "/desk?tab=overdue", 0 },
        { "clerk", "/desk?tab=done", 2 },
        { "clerk", "/desk?tab=done&page=2", 0 },
        { "clerk", "/desk?tab=office&q=khong+ai+ten+nhu+the", 0 },
        { "clerk", "/desk?tab=done&q={done}", 2 },
        { "clerk", "/desk/{filed}", 2 },
        { "clerk", "/desk/{filed}/supplement", 0 },
        { "clerk", "/desk/{confirm}", 2 },
        { "clerk", "/desk/{done}", 3 },
        { "officer", "/desk", 0 },
        { "officer", "/desk?tab=office", 3 },
        { "officer", "/desk/{confirm}", 2 },
        { "officer", "/desk/{done}", 3 },
        { "officer", "/civil-status/books", 2 },
        { "officer", "/civil-status/books/{entry}", 3 },
        { "officer", "/civil-status/books/{entry}/sheet", 3 },
        { "officer", "/civil-status/certificates/{certificate}", 3 },
        { "leader", "/desk", 0 },
        { "leader", "/desk?tab=done", 2 },
        { "leader", "/desk/{filed}", 2 },
        { "leader", "/desk/{done}", 3 },
        { "leader", "/civil-status/books/{entry}", 3 },
        { "police", "/desk", 1 },
        { "police", "/desk?tab=done", 0 },
        { "police", "/desk/{absence}", 1 },
        { "admin", "/admin/figures", 0 },
        { "admin", "/admin/events", 0 },
        { "admin", "/admin/jobs", 0 },
        { null, "/c/{token}", 3 },
        { null, "/r/{status}", 0 },
        { null, "/services/1.001193", 0 },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_NamesExactlyThoseItRecords(string? account, string template, int atLeast)
    {
        var browser = await ground.BrowserOfAsync(account);
        var named = await NamedPeople.ReadAsync(ground.Database);
        var address = ground.AddressOf(template);
        var mark = await ground.Database.MarkLedgerAsync();

        var page = await browser.GetAsync(address, follow: false);

        page.IsShown();
        var rows = await ground.Database.LedgerSinceAsync(mark);
        var recorded = rows.Select(r => r.PersonId).ToHashSet();
        var viewer = account is null ? (Guid?)null : TestNation.Account(account).PersonId;
        var pieces = PiecesOf(page);
        var shown = named.In(string.Join(" | ", pieces)).Where(who => !who.Any(id => id == viewer || Signs(page, id))).ToList();

        var unrecorded = shown.Where(who => !who.Any(recorded.Contains)).SelectMany(who => who).ToList();
        Assert.True(unrecorded.Count == 0, $"{page.Describe()} names without a row: {named.Describe(unrecorded)}");
        var unseen = rows.Where(r => TellsWho(r) && !named.Names(pieces, r.PersonId)).Select(r => r.PersonId).ToList();
        Assert.True(unseen.Count == 0, $"{page.Describe()} records but doesn't name: {named.Describe(unseen)}: {page.Text}");
        Assert.True(recorded.Count >= atLeast, $"{page.Describe()} names {recorded.Count}: {page.Text}");
        Assert.DoesNotContain(rows, r => r.PersonId == viewer);
    }

    [Theory]
    [InlineData("other-clerk", "/desk/{filed}")]
    [InlineData("other-officer", "/desk/{confirm}")]
    [InlineData("other-leader", "/desk/{done}")]
    [InlineData("police", "/desk/{filed}")]
    [InlineData("other-officer", "/civil-status/certificates/{certificate}")]
    [InlineData("father", "/dossiers/{done}")]
    [InlineData("neighbour-04", "/dossiers/{done}/receipt")]
    [InlineData("neighbour-04", "/apply/1.001193/{draft}/check-answers")]
    [InlineData("neighbour-04", "/civil-status/certificates/{certificate}")]
    public async Task AnothersPage_IsNotThereAndRecordsNobody(string account, string template)
    {
        var browser = await ground.BrowserOfAsync(account);
        var named = await NamedPeople.ReadAsync(ground.Database);
        var mark = await ground.Database.MarkLedgerAsync();

        var page = await browser.GetAsync(ground.AddressOf(template), follow: false);

        page.HasStatus(HttpStatusCode.NotFound);
        Assert.Empty(await ground.Database.LedgerSinceAsync(mark));
        Assert.Empty(named.In(string.Join(" | ", PiecesOf(page))));
    }

    // A row may say that only a surname or a native place was offered; then nobody is named by it.
    private static bool TellsWho(AccessRow row) => row.Fields.Contains(PersonFields.Name) || row.Fields.Contains(PersonFields.Number);

    // Whoever signs a paper does so for the office, in public.
    private static bool Signs(TestPage page, Guid person) =>
        person == TestNation.Account("leader").PersonId && (page.Path.StartsWith("/civil-status/", StringComparison.Ordinal) || page.Path.StartsWith("/c/", StringComparison.Ordinal));

    // What is read and what stands in boxes and alternative texts.
    private static List<string> PiecesOf(TestPage page)
    {
        var main = page.Document.QuerySelector("main") ?? page.Document.Body!;
        return [.. main.Descendants<IText>().Select(t => t.Data)
            .Concat(main.QuerySelectorAll("[value],[alt],[title],[placeholder],[aria-label]")
                .SelectMany(e => new[] { "value", "alt", "title", "placeholder", "aria-label" }.Select(a => e.GetAttribute(a)).OfType<string>()))];
    }
}
