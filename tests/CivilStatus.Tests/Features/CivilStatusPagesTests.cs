using System.Net;
using System.Text;
using Project06.BuildingBlocks.Access;
using Project06.Testing;

namespace Project06.CivilStatus.Tests.Features;

/// <summary>The pages on the real host with the sample nation's books.</summary>
public sealed class CivilStatusPagesTests(TestGround ground) : IClassFixture<TestGround>
{
    private const string SomeSigned = "FROM civil_status.birth_entries WHERE unit_code = '00082' AND state = 'Signed'";

    [Fact]
    public async Task Books_AsOfficer_ListTheCommunesEntriesAndRecordEachChild()
    {
        using var officer = await ground.Host.SignInAsync("officer");
        var mark = await ground.Database.MarkLedgerAsync();

        var page = await officer.GetAsync("/civil-status/books?year=2026");

        page.HasStatus(HttpStatusCode.OK);
        var rows = page.Document.QuerySelectorAll("table tbody tr").Length;
        Assert.True(rows > 0, page.Text);
        var looks = await ground.Database.LedgerSinceAsync(mark);
        Assert.Equal(rows, looks.Count(l => l.Purpose == AccessPurposes.Register));
    }

    [Fact]
    public async Task Books_SearchedWithoutMarks_FindTheName()
    {
        using var officer = await ground.Host.SignInAsync("officer");
        var folded = await ground.Database.ScalarAsync<string>($"SELECT child_name_folded {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");

        var found = await officer.GetAsync($"/civil-status/books?year=2026&q={Uri.EscapeDataString(folded)}");
        var nothing = await officer.GetAsync("/civil-status/books?year=2026&q=%7B0%7Dzzz%25");

        Assert.NotEmpty(found.Document.QuerySelectorAll("table tbody tr"));
        nothing.HasStatus(HttpStatusCode.OK);
        Assert.Empty(nothing.Document.QuerySelectorAll("table tbody tr"));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Entry_SheetAndCertificate_AsOfficer_ShowTheChild(string language)
    {
        using var officer = await ground.Host.SignInAsync("officer");
        var id = await ground.Database.ScalarAsync<Guid>($"SELECT id {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");
        var number = await ground.Database.ScalarAsync<int>($"SELECT number {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");
        var given = await ground.Database.ScalarAsync<string>($"SELECT child_given_name {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");

        foreach (var address in new[] { $"/civil-status/books/2026/{number}", $"/civil-status/books/2026/{number}/sheet", $"/civil-status/certificates/{id}" })
        {
            var page = await officer.GetAsync($"{address}?lang={language}");
            page.HasStatus(HttpStatusCode.OK);
            Assert.Contains(given, page.Text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/civil-status/books/2026/999999")).Status);
    }

    [Fact]
    public async Task Pdf_OfASampleEntry_IsPrintedOnDemand()
    {
        using var officer = await ground.Host.SignInAsync("officer");
        var id = await ground.Database.ScalarAsync<Guid>($"SELECT id {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");

        var file = await officer.GetAsync($"/civil-status/certificates/{id}/pdf");

        file.HasStatus(HttpStatusCode.OK);
        Assert.Equal("application/pdf", file.Answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(file.Bytes, 0, 5), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_AsMother_ShowsItAndRecordsTheOthersItNames()
    {
        using var mother = await ground.Host.SignInAsync("newborn-mother");
        var (child, father) = (TestNation.Current.Cast.Newborn.Id, TestNation.Current.Cast.FatherOfNewborn.Id);
        var id = await ground.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.birth_entries WHERE child_id = $1", child);
        var mark = await ground.Database.MarkLedgerAsync();

        var page = await mother.GetAsync($"/civil-status/certificates/{id}");

        page.HasStatus(HttpStatusCode.OK);
        Assert.Contains(TestNation.Current.Cast.Newborn.FullName, page.Text, StringComparison.Ordinal);
        var looks = await ground.Database.LedgerSinceAsync(mark);
        Assert.Equal(new HashSet<Guid> { child, father }, looks.Select(l => l.PersonId).ToHashSet());
        Assert.All(looks, l => Assert.Equal(AccessPurposes.ReadOwnDossier, l.Purpose));
    }

    [Theory]
    [InlineData("mother")]
    [InlineData("clerk")]
    public async Task Certificate_OfAnotherFamily_IsNotThere(string account)
    {
        using var browser = await ground.Host.SignInAsync(account);
        var id = await ground.Database.ScalarAsync<Guid>($"SELECT id {SomeSigned} ORDER BY number LIMIT 1");
        var mark = await ground.Database.MarkLedgerAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/civil-status/certificates/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/civil-status/certificates/{id}/pdf")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync("/civil-status/books")).Status);
        Assert.Empty(await ground.Database.LedgerSinceAsync(mark));
    }

    [Fact]
    public async Task Revoke_AsLeader_TurnsThePublicPage()
    {
        using var leader = await ground.Host.SignInAsync("leader");
        using var anybody = ground.Host.OpenBrowser();
        var number = await ground.Database.ScalarAsync<int>($"SELECT number {SomeSigned} AND year = 2026 ORDER BY number DESC LIMIT 1");
        var token = await ground.Database.ScalarAsync<string>($"SELECT public_token {SomeSigned} AND year = 2026 ORDER BY number DESC LIMIT 1");
        var before = await anybody.GetAsync($"/c/{token}");
        var entry = await leader.GetAsync($"/civil-status/books/2026/{number}");

        var tooShort = await entry.Form("Reason").Set("Reason", "sai").SubmitAsync();
        var revoked = await tooShort.Form("Reason").Set("Reason", "Đăng ký nhầm ngày sinh của trẻ").SubmitAsync();
        var after = await anybody.GetAsync($"/c/{token}?lang=en");
        var unknown = await anybody.GetAsync("/c/AAAAAAAAAAAAAAAAAAAAAA?lang=vi");

        Assert.Contains("Giấy này có giá trị", before.Text, StringComparison.Ordinal);
        Assert.Equal("no-store", before.Answer.Headers.CacheControl?.ToString());
        tooShort.HasStatus(HttpStatusCode.UnprocessableEntity);
        revoked.HasStatus(HttpStatusCode.OK);
        Assert.Contains("Đăng ký nhầm ngày sinh", revoked.Text, StringComparison.Ordinal);
        Assert.Contains("hasn't been valid since", after.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("Không có giấy nào", unknown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoke_AsOfficer_IsNotOffered()
    {
        using var officer = await ground.Host.SignInAsync("officer");
        var number = await ground.Database.ScalarAsync<int>($"SELECT number {SomeSigned} AND year = 2026 ORDER BY number LIMIT 1");

        var page = await officer.GetAsync($"/civil-status/books/2026/{number}");

        Assert.Empty(page.Document.QuerySelectorAll("[name=Reason]"));
    }
}
