using Project06.Journey.Tests.Ground;

namespace Project06.Journey.Tests;

/// <summary>Who is named on a page and what the access ledger says of it: the same people.</summary>
[Collection(nameof(Journeys))]
public sealed class LedgerTests(JourneyGround ground)
{
    [Fact]
    public async Task People_NamedOnPages_AreTheLedgersRows()
    {
        var key = Family.NextMother();
        using var mother = await ground.Host.SignInAsync(key);
        var code = await mother.FileBirthAsync(new Child("Đan", BirthSteps.Yesterday));
        var draft = await mother.AnswerBirthAsync(new Child("Đào", BirthSteps.Yesterday));
        var unlogged = new List<string>();

        await LookAsync(mother, key, draft.Path, unlogged);
        await LookAsync(mother, key, $"/dossiers/{code}", unlogged);
        await LookAsync(mother, key, $"/dossiers/{code}/receipt", unlogged);
        await LookAsync(mother, key, "/dossiers", unlogged);
        await LookAsync(await ground.As("clerk"), "clerk", "/desk", unlogged);
        await LookAsync(await ground.As("clerk"), "clerk", $"/desk/{code}", unlogged);
        await LookAsync(await ground.As("clerk"), "clerk", $"/desk/{code}/supplement", unlogged);
        await ground.FinishAsync(mother, code);
        var entry = await ground.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.birth_entries WHERE dossier_code = $1", code);
        var (year, number) = (
            await ground.Database.ScalarAsync<int>("SELECT year FROM civil_status.birth_entries WHERE id = $1", entry),
            await ground.Database.ScalarAsync<int>("SELECT number FROM civil_status.birth_entries WHERE id = $1", entry));
        foreach (var official in new[] { "officer", "leader" })
        {
            await LookAsync(await ground.As(official), official, "/desk", unlogged);
            await LookAsync(await ground.As(official), official, $"/desk/{code}", unlogged);
            await LookAsync(await ground.As(official), official, "/civil-status/books", unlogged);
            await LookAsync(await ground.As(official), official, $"/civil-status/books/{year}/{number}", unlogged);
            await LookAsync(await ground.As(official), official, $"/civil-status/books/{year}/{number}/sheet", unlogged);
        }
        await LookAsync(mother, key, $"/civil-status/certificates/{entry}", unlogged);
        await LookAsync(await ground.As("police"), "police", "/desk", unlogged);
        await LookAsync(await ground.As("admin"), "admin", "/admin/figures", unlogged);
        await LookAsync(await ground.As("admin"), "admin", "/admin/events", unlogged);

        Assert.True(unlogged.Count == 0, string.Join('\n', unlogged));
    }

    // A name that several people have doesn't tell who is meant, nor does a declared child's at the desk; officials act
    // under their own names.
    private async Task LookAsync(TestBrowser browser, string account, string address, List<string> unlogged)
    {
        var mark = await ground.Database.MarkLedgerAsync();
        var page = await browser.GetAsync(address);
        page.IsShown();
        var rows = (await ground.Database.LedgerSinceAsync(mark)).Select(r => r.PersonId).ToHashSet();
        var people = await PeopleAsync();
        string[] officials = ["clerk", "officer", "leader", "police", "admin", account];
        var exempt = officials.Select(o => TestNation.Account(o).PersonId).ToHashSet();
        var declared = address.StartsWith("/civil-status/", StringComparison.Ordinal) ? [] : (await ground.Database.QueryAsync<string>("""
            SELECT concat_ws(' ', answers->>'child-surname', answers->>'child-middle-name', answers->>'child-given-name') FROM public_services.dossiers
            """)).ToHashSet();
        var named = people.GroupBy(p => p.Name).Where(g => g.Count() == 1).Select(g => g.Single())
            .Where(p => !declared.Contains(p.Name) && Names(page.Text, p.Name)).ToList();
        var longest = named.Where(p => !named.Exists(o => o.Name.Length > p.Name.Length && o.Name.Contains(p.Name, StringComparison.Ordinal)));

        unlogged.AddRange(longest.GroupBy(p => p.Name)
            .Where(g => !g.Any(p => rows.Contains(p.Id) || exempt.Contains(p.Id)))
            .Select(g => $"{account} saw {g.Key} on {address} without a row"));
        unlogged.AddRange(rows.Where(id => !people.Exists(p => p.Id == id && page.Text.Contains(p.Name, StringComparison.OrdinalIgnoreCase)))
            .Select(id => $"{account} has a row for {people.First(p => p.Id == id).Name}, who isn't on {address}"));
    }

    private static bool Names(string text, string name) =>
        text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
        && (at == 0 || !char.IsLetter(text[at - 1]))
        && (at + name.Length == text.Length || !char.IsLetter(text[at + name.Length]));

    private async Task<List<(Guid Id, string Name)>> PeopleAsync()
    {
        var people = await ground.Database.QueryAsync<string>(
            "SELECT id::text || '|' || concat_ws(' ', nullif(surname, ''), nullif(middle_name, ''), nullif(given_name, '')) FROM population.persons");
        return [.. people.Select(p => p.Split('|', 2)).Select(p => (Guid.Parse(p[0]), p[1]))];
    }
}
