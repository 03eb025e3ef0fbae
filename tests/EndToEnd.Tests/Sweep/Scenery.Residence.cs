using Project06.DemoNation;

namespace Project06.EndToEnd.Tests.Sweep;

// Residence: what was confirmed, corrected and recorded, a question to the owner of a dwelling, a household without head.
internal sealed partial class Scenery
{
    private async Task<IReadOnlyList<Round>> ResidencesAsync(Visitor police)
    {
        var confirmed = await FileResidenceAsync("neighbour-53", Residences.Confirmation, Residences.ConfirmationOf("present"));
        var corrected = await FileResidenceAsync("neighbour-54", Residences.Correction, Residences.CorrectionWith(_notice));
        await using (var chief = await SignedInAsync("police-leader"))
        {
            foreach (var code in new[] { confirmed, corrected })
            {
                await ActAsync(police, code, "accept");
                await ActAsync(police, code, "propose");
                await ActAsync(chief, code, "sign");
            }
        }
        var stayed = await FileResidenceAsync(
            "neighbour-55", Residences.Stay, Residences.StayOf(TestNation.Account("long-name"), TestNation.Account("neighbour-56")));
        await ActAsync(police, stayed, "record");
        var rented = await FileResidenceAsync("neighbour-57", Residences.Temporary,
            Residences.RentedFrom(TestNation.Account("head"), new("01", DemoNationOptions.WardCode), _notice));
        await ActAsync(police, rented, "accept");
        await site.Database.ExecuteAsync("""
            INSERT INTO public_services.dossier_alerts (id, dossier_id, organisation, kind, at)
            SELECT gen_random_uuid(), id, receiving_organisation, 'applicant-died', filed_at FROM public_services.dossiers WHERE code = $1
            """, rented);
        var home = await HeadlessAsync();
        var asked = await Residences.ConsentOfAsync(site, rented);
        const string person = "/population/people/{id:guid}", household = "/population/households/{id:guid}";
        var about = $"/population/people/{TestNation.Account("neighbour-57").PersonId}?dossier={rented}";
        return
        [
            new(null, [new("residence-paper", "/population/papers/{token}", "/population/papers/" + await TokenAsync(
                "SELECT token FROM population.confirmations ORDER BY issued_at DESC LIMIT 1"))]),
            new("neighbour-53", [Paper("confirmation", "confirmations", confirmed, await PaperOfAsync(confirmed))]),
            new("neighbour-54", [Paper("correction", "corrections", corrected, await PaperOfAsync(corrected))]),
            new("neighbour-55", [Paper("residence", "residences", stayed, await PaperOfAsync(stayed))]),
            new("head", [new("consent", "/consents/{id:guid}", $"/consents/{asked}"), new("consents-waiting", "/consents", "/consents")]),
            new("police",
            [
                new("person-now", person, about),
                new("person-before", person, about + "&on=1900-01-01"),
                new("headless-some", "/population/households", "/population/households"),
                new("name-head", household, $"/population/households/{home}"),
                new Stop("name-head", household, $"/population/households/{home}").SentEmpty(),
                new("alerts", "/desk/alerts", "/desk/alerts"),
            ]),
        ];

        static Stop Paper(string name, string kind, string code, string path) => path.Length > 0
            ? new(name, $"/population/{kind}/{{id:guid}}", path)
            : throw new InvalidOperationException($"{code} has no result.");
    }

    private async Task<string> FileResidenceAsync(string account, string procedure, IReadOnlyDictionary<string, object> answers)
    {
        await using var citizen = await SignedInAsync(account);
        await citizen.WalkAsync(procedure, answers);
        return await citizen.FileAsync();
    }

    private Task<string> PaperOfAsync(string code) => site.Database.ScalarAsync<string>("""
        SELECT coalesce(max(r.path), '') FROM public_services.dossier_results r JOIN public_services.dossiers d ON d.id = r.dossier_id
        WHERE d.code = $1
        """, code);

    // As when a head has died, and nobody of those who stay has been named yet.
    private Task<Guid> HeadlessAsync() => site.Database.ScalarAsync<Guid>("""
        UPDATE population.households SET head_id = NULL, headless_since = '2026-11-16' WHERE id = (
            SELECT h.id FROM population.households h JOIN population.persons p ON p.household_id = h.id AND p.died_on IS NULL
            WHERE h.unit_code = $1 AND h.head_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM e_identification.accounts a JOIN population.persons o ON o.id = a.person_id WHERE o.household_id = h.id)
            GROUP BY h.id HAVING count(*) > 2 ORDER BY h.id LIMIT 1)
        RETURNING id
        """, DemoNationOptions.WardCode);
}
