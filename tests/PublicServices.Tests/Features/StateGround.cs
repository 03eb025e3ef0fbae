using System.Globalization;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;
using Project06.StandInBank;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A dossier put into a state, and its request for consent.</summary>
internal sealed record TargetDossier(Guid Id, string Code, Guid Consent);

/// <summary>
/// One database with the procedure that has every kind of step, dossiers of it put into any state by statement, everybody
/// who may stand before one signed in, and a bank that takes orders.
/// </summary>
public sealed class StateGround : ScratchGround
{
    private const string Secret = "what the office signs with", CallbackSecret = "what the bank signs with";
    private readonly TestClock _clock = new();
    private Bank? _bank;
    private Guid _model;
    private int _count = 1000;

    internal static Procedure Folder { get; } = Scratch.Load(_ => { }).Get(Scratch.Code, 1);
    internal static string Receiving { get; private set; } = "";
    internal static string Deciding { get; private set; } = "";

    internal IReadOnlyList<Somebody> Everybody { get; private set; } = [];

    internal static string OrganisationOf(OfficePlace place) => place == OfficePlace.Receiving ? Receiving : Deciding;

    /// <inheritdoc/>
    protected override TestHostOptions Options()
    {
        var settings = base.Options().Settings;
        settings["Payments:GatewayUrl"] = _bank!.Address;
        settings["Payments:Merchant"] = "p06-test";
        settings["Payments:Secret"] = Secret;
        settings["Payments:CallbackSecret"] = CallbackSecret;
        return new() { Clock = _clock, Settings = settings };
    }

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        _bank = new Bank(new BankSettings { Secret = Secret, CallbackSecret = CallbackSecret }, _clock);
        await _bank.StartAsync("http://127.0.0.1:0");
        await base.InitializeAsync();
        // The witness is an officer too: they must not act on what names them.
        await this.AppointAsync("neighbour-52", "officer", Roles.CivilStatusOfficer);
        await this.AppointAsync("neighbour-53", "leader", Roles.CentreHead);
        await this.AppointAsync("neighbour-54", "leader", Roles.CommuneLeader);
        await this.AppointAsync("neighbour-55", "officer", Roles.CivilStatusOfficer);
        await Database.ExecuteAsync("""
            UPDATE e_identification.posts SET deputy_for = (SELECT id FROM e_identification.posts p WHERE p.role = 'commune-leader'
                AND p.account_id = (SELECT id FROM e_identification.accounts WHERE number = $2)), valid_to = $3
            WHERE role = 'commune-leader' AND account_id = (SELECT id FROM e_identification.accounts WHERE number = $1)
            """, TestNation.Account("neighbour-54").Number, TestNation.Account("leader").Number, _clock.Now.AddDays(1).UtcDateTime);
        await Database.ExecuteAsync(
            "UPDATE e_identification.posts SET valid_to = $2 WHERE account_id = (SELECT id FROM e_identification.accounts WHERE number = $1)",
            TestNation.Account("neighbour-55").Number, _clock.Now.UtcDateTime);
        using (var applicant = await Host.SignInAsync("neighbour-50"))
            _model = await Database.ScalarAsync<Guid>("SELECT id FROM public_services.dossiers WHERE code = $1", await FileAsync(applicant, "neighbour-52"));
        Receiving = await Database.ScalarAsync<string>("SELECT receiving_organisation FROM public_services.dossiers WHERE id = $1", _model);
        Deciding = await Database.ScalarAsync<string>("SELECT deciding_organisation FROM public_services.dossiers WHERE id = $1", _model);
        await HelpAsync("clerk");
        await HelpAsync("postal-clerk");
        var keys = new (string Name, string Account)[]
        {
            ("applicant", "neighbour-50"), ("stranger", "neighbour-51"), ("witness who is an officer", "neighbour-52"), ("head of the centre", "neighbour-53"),
            ("deputy leader", "neighbour-54"), ("officer whose post has ended", "neighbour-55"),
            ("clerk who helps the applicant", "clerk"), ("postal clerk who helps the applicant", "postal-clerk"), ("officer", "officer"), ("leader and head", "leader"),
            ("police", "police"), ("head of police", "police-leader"), ("records officer", "records-officer"), ("records leader", "records-leader"),
            ("administrator of posts", "staff-admin"), ("administrator", "admin"),
            ("clerk elsewhere", "other-clerk"), ("officer elsewhere", "other-officer"), ("leader elsewhere", "other-leader"), ("police elsewhere", "other-police"),
        };
        var signedIn = new Somebody[keys.Length];
        await Parallel.ForEachAsync(Enumerable.Range(0, keys.Length), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, _) =>
            signedIn[i] = await SignInAsync(keys[i].Name, keys[i].Account));
        Everybody = signedIn;
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        foreach (var somebody in Everybody)
            somebody.Browser.Dispose();
        await base.DisposeAsync();
        if (_bank is not null)
            await _bank.DisposeAsync();
    }

    /// <summary>A dossier like the one that was filed, in this state at this step.</summary>
    internal async Task<TargetDossier> PutAsync(int state, Step step)
    {
        var target = new TargetDossier(Guid.CreateVersion7(), string.Create(CultureInfo.InvariantCulture, $"H26.99.99.99-261120-{Interlocked.Increment(ref _count)}"), Guid.CreateVersion7());
        var (organisation, role) = step.Office is { } place ? ((object)OrganisationOf(place), (object)step.Role!) : (DBNull.Value, DBNull.Value);
        await Database.ExecuteAsync("""
            WITH draft AS (
                INSERT INTO public_services.drafts (id, procedure_code, procedure_version, content_hash, applicant_id, started_at, saved_at, filed_at, answers)
                SELECT $1, procedure_code, procedure_version, content_hash, applicant_id, started_at, saved_at, filed_at, answers FROM public_services.drafts WHERE id = $9),
            dossier AS (
                INSERT INTO public_services.dossiers (id, code, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code,
                    receiving_organisation, deciding_organisation, state, step_id, step_entered_at, answers, filed_at, accepted_at, promised_at,
                    ended_at, public_token, acting_organisation, acting_role, consenter_id)
                SELECT $1, $2, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code, receiving_organisation,
                    deciding_organisation, $3, $4, filed_at, answers, filed_at, CASE WHEN $3 NOT IN (1, 3) THEN filed_at END, promised_at,
                    CASE WHEN $3 IN (3, 7, 8, 9, 10) THEN filed_at END, $2, $5::text, $6::text, CASE WHEN $4 = 'consent' AND $3 = 4 THEN $8 END
                FROM public_services.dossiers WHERE id = $9 RETURNING id),
            asked AS (
                INSERT INTO public_services.dossier_steps (id, dossier_id, at, action, from_step, to_step, state, reasons)
                SELECT gen_random_uuid(), $1, filed_at, 'supplement', 'reception', 'supplement', 5, '{"reason": "Ghi rõ hơn"}' FROM public_services.dossiers WHERE id = $9)
            INSERT INTO public_services.consents (id, dossier_id, step_id, person_id, asked_at, answered_at, answer)
            SELECT $7, $1, 'consent', $8, filed_at, CASE WHEN $4 <> 'consent' OR $3 <> 4 THEN filed_at END, CASE WHEN $4 <> 'consent' OR $3 <> 4 THEN 'Agreed' END
            FROM public_services.dossiers WHERE id = $9
            """, target.Id, target.Code, state, step.Id, organisation, role, target.Consent, TestNation.Account("neighbour-52").PersonId, _model);
        return target;
    }

    /// <summary>Sends the deed as a browser would, and doesn't follow.</summary>
    internal static async Task<TestPage> TryAsync(TargetDossier dossier, Deed deed, Somebody who)
    {
        var (address, fields) = deed.Send(dossier, who);
        return await who.Browser.PostAsync(address, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", who.Token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), follow: false);
    }

    /// <summary>State and step.</summary>
    internal async Task<(int State, string Step)> StateOfAsync(TargetDossier dossier) => (
        await Database.StateOfAsync(dossier.Code), await Database.StepOfAsync(dossier.Code));

    /// <summary>All that is known of a dossier, its row's version included.</summary>
    internal Task<string> TraceOfAsync(TargetDossier dossier) => Database.ScalarAsync<string>("""
        SELECT concat_ws('|', d.xmin, d::text,
            (SELECT string_agg(s.action, ',') FROM public_services.dossier_steps s WHERE s.dossier_id = d.id),
            (SELECT string_agg(c::text, ',') FROM public_services.consents c WHERE c.dossier_id = d.id),
            (SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id),
            (SELECT count(*) FROM public_services.opinion_requests o WHERE o.dossier_id = d.id),
            (SELECT count(*) FROM public_services.payments p WHERE p.dossier_id = d.id),
            (SELECT answers FROM public_services.drafts f WHERE f.id = d.id),
            (SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id))
        FROM public_services.dossiers d WHERE d.id = $1
        """, dossier.Id);

    private async Task<Somebody> SignInAsync(string name, string account)
    {
        var browser = await Host.SignInAsync(account);
        var token = (await browser.GetAsync("/account")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var posts = await Database.QueryAsync<string>("""
            SELECT p.role || '|' || p.organisation_code FROM e_identification.posts p JOIN e_identification.accounts a ON a.id = p.account_id
            WHERE a.number = $1 AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)
            """, TestNation.Account(account).Number, _clock.Now.UtcDateTime);
        return new Somebody(name, browser, token, TestNation.Account(account).PersonId,
            [.. posts.Select(p => p.Split('|')).Select(p => (p[0], p[1]))], (await browser.GetAsync("/desk")).Status == System.Net.HttpStatusCode.OK)
        {
            IsApplicant = account == "neighbour-50",
            IsConsenter = account == "neighbour-52",
        };
    }

    // The applicant's yes of today: it opens drafts, never a dossier.
    private Task<int> HelpAsync(string clerk) => Database.ExecuteAsync("""
        INSERT INTO public_services.counter_visits (id, organisation, organisation_kind, role, clerk_id, citizen_id, started_at, yes, yes_at)
        SELECT gen_random_uuid(), o.code, o.kind, p.role, $2, $3, $4, 'Code', $4 FROM e_identification.posts p
        JOIN e_identification.accounts a ON a.id = p.account_id JOIN e_identification.organisations o ON o.code = p.organisation_code WHERE a.number = $1
        """, TestNation.Account(clerk).Number, TestNation.Account(clerk).PersonId, TestNation.Account("neighbour-50").PersonId, _clock.Now.UtcDateTime);
}
