using System.Globalization;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;
using static Project06.PublicServices.Tests.Features.WhoMayActTests;

namespace Project06.PublicServices.Tests.Features;

/// <summary>What somebody is to a procedure's dossiers.</summary>
/// <param name="Kind">applicant, the field that names who is asked, official, official elsewhere, another citizen.</param>
internal sealed record Party(string Kind, string? Role = null, OfficePlace? Place = null)
{
    /// <summary>Whether the folder gives them the step.</summary>
    public bool Acts(Procedure procedure, Step step) => step.Actor switch
    {
        StepActor.Applicant => Kind == Applicant,
        StepActor.Consenter => Kind == step.Consenter,
        StepActor.Office => Kind == "official" && Role == step.Role
            && (Place == step.Office || procedure.Offices.Receiving.Kind == procedure.Offices.Deciding.Kind),
        _ => false,
    };
}

/// <summary>One database with dossiers put at any step.</summary>
public sealed class SteppedDossiers : TestGround
{
    private readonly Dictionary<string, (Guid Id, Guid Applicant, string Receiving, string Deciding)> _models = [];
    private readonly Dictionary<string, string> _here = [];
    private readonly Dictionary<string, string> _elsewhere = [];
    private int _count = 9000;

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var procedure in new[] { TestFolders.Birth, TestFolders.Absence })
        {
            var model = await Database.ScalarAsync<Guid>("""
                SELECT id FROM public_services.dossiers WHERE procedure_code = $1 AND unit_code = '00082' AND step_id = 'reception' ORDER BY id LIMIT 1
                """, procedure);
            Task<T> Of<T>(string column) => Database.ScalarAsync<T>($"SELECT {column} FROM public_services.dossiers WHERE id = $1", model);
            _models[procedure] = (model, await Of<Guid>("applicant_id"), await Of<string>("receiving_organisation"), await Of<string>("deciding_organisation"));
        }
        var other = await Database.ScalarAsync<string>("""
            SELECT o.unit_code FROM e_identification.organisations o JOIN e_identification.posts p ON p.organisation_code = o.code
            JOIN e_identification.accounts a ON a.id = p.account_id WHERE a.number = $1
            """, TestNation.Account("other-clerk").Number);
        foreach (var kind in new[] { OrganisationKinds.CommuneServiceCentre, OrganisationKinds.CommunePeoplesCommittee, OrganisationKinds.CommunePolice })
            _elsewhere[kind] = await Database.ScalarAsync<string>(
                "SELECT code FROM e_identification.organisations WHERE kind = $1 AND unit_code = $2", kind, other);
        foreach (var kind in TestFolders.Book.All.SelectMany(p => new[] { p.Offices.Receiving.Kind, p.Offices.Deciding.Kind }).Distinct())
        {
            _here[kind] = await Database.ScalarAsync<string>("SELECT code FROM e_identification.organisations WHERE kind = $1 AND unit_code IN ('00082', '01')", kind);
            _elsewhere.TryAdd(kind, "G99.99");
        }
    }

    internal Dictionary<string, Actor> Actors(string procedure)
    {
        var (_, applicant, receiving, deciding) = _models[procedure];
        var (centre, committee, police) = procedure == TestFolders.Birth
            ? (receiving, deciding, _models[TestFolders.Absence].Receiving)
            : (_models[TestFolders.Birth].Receiving, _models[TestFolders.Birth].Deciding, receiving);
        return new Dictionary<string, Actor>
        {
            [Applicant] = Citizen(applicant),
            ["another citizen"] = Citizen(Guid.NewGuid()),
            [Roles.ReceivingClerk + Receiving] = Official(Roles.ReceivingClerk, centre),
            [Roles.CentreHead + Receiving] = Official(Roles.CentreHead, centre),
            [Roles.CivilStatusOfficer + Deciding] = Official(Roles.CivilStatusOfficer, committee),
            [Roles.CommuneLeader + Deciding] = Official(Roles.CommuneLeader, committee),
            [Police] = Official(Roles.PoliceOfficer, police),
            [Roles.Administrator] = Official(Roles.Administrator, "G01.06"),
            ["clerk's role in the committee"] = Official(Roles.ReceivingClerk, committee),
            ["officer's role in the centre"] = Official(Roles.CivilStatusOfficer, centre),
            ["clerk elsewhere"] = Official(Roles.ReceivingClerk, _elsewhere[OrganisationKinds.CommuneServiceCentre]),
            ["head elsewhere"] = Official(Roles.CentreHead, _elsewhere[OrganisationKinds.CommuneServiceCentre]),
            ["officer elsewhere"] = Official(Roles.CivilStatusOfficer, _elsewhere[OrganisationKinds.CommunePeoplesCommittee]),
            ["leader elsewhere"] = Official(Roles.CommuneLeader, _elsewhere[OrganisationKinds.CommunePeoplesCommittee]),
            ["police elsewhere"] = Official(Roles.PoliceOfficer, _elsewhere[OrganisationKinds.CommunePolice]),
        };
    }

    /// <summary>
    /// Everybody by what they are to the procedure's dossiers: who filed, who is asked, each role that there is in each of its
    /// offices, its own roles in the same offices elsewhere, and a citizen who has nothing to do with it.
    /// </summary>
    internal Dictionary<Party, Actor> Everybody(Procedure procedure)
    {
        var offices = procedure.Offices.Receiving.Kind == procedure.Offices.Deciding.Kind ? new[] { OfficePlace.Receiving } : [OfficePlace.Receiving, OfficePlace.Deciding];
        var everybody = new Dictionary<Party, Actor>
        {
            [new Party(Applicant)] = Citizen(ModelOf(procedure.Code).Applicant),
            [new Party("another citizen")] = Citizen(Guid.NewGuid()),
        };
        foreach (var field in Consenters(procedure))
            everybody[new Party(field)] = Citizen(ConsenterOf(field));
        foreach (var role in KnownNames.Roles)
            foreach (var place in offices)
                everybody[new Party("official", role, place)] = Official(role, _here[procedure.Offices[place].Kind]);
        foreach (var step in procedure.Steps.Where(step => step.Actor == StepActor.Office))
            everybody[new Party("official elsewhere", step.Role)] = Official(step.Role!, _elsewhere[procedure.Offices[step.Office!.Value].Kind]);
        return everybody;
    }

    private static IEnumerable<string> Consenters(Procedure procedure) => procedure.Steps.Select(step => step.Consenter).OfType<string>().Distinct();

    private (Guid Id, Guid Applicant, string Receiving, string Deciding) ModelOf(string code) => _models[_models.ContainsKey(code) ? code : TestFolders.Birth];

    // Always the same person for a field.
    private static Guid ConsenterOf(string field) => new(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(field)));

    /// <summary>A dossier like the sample one, at a step; of a procedure without a sample, one that names who is asked and nobody else.</summary>
    internal async Task<Guid> PutAsync(string code, string step)
    {
        var id = Guid.CreateVersion7();
        var procedure = TestFolders.Book.Get(code, 1);
        var state = procedure.Step(step).State;
        var asked = new JsonObject(Consenters(procedure).Select(field => KeyValuePair.Create(field, (JsonNode?)AnswerValues.Person(ConsenterOf(field)))));
        await Database.ExecuteAsync("""
            INSERT INTO public_services.dossiers (id, code, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code,
                receiving_organisation, deciding_organisation, state, step_id, step_entered_at, answers, filed_at, accepted_at, promised_at,
                ended_at, public_token)
            SELECT $1, $2, $6, 1, content_hash, applicant_id, channel, unit_code, $7, $8, $3, $4, filed_at,
                CASE WHEN procedure_code = $6 THEN answers ELSE '{}' END || $9::jsonb, filed_at, CASE WHEN $3 IN (4, 6, 9) THEN filed_at END, promised_at,
                CASE WHEN $3 IN (3, 8, 9) THEN filed_at END, $2
            FROM public_services.dossiers WHERE id = $5
            """, id, string.Create(CultureInfo.InvariantCulture, $"H26.99.99.99-261120-{Interlocked.Increment(ref _count)}"), state, step,
            ModelOf(code).Id, code,
            _here[procedure.Offices.Receiving.Kind], _here[procedure.Offices.Deciding.Kind], asked.ToJsonString());
        return id;
    }

    /// <summary>Where a dossier stands, in which state, and whether it waits for an effect.</summary>
    internal async Task<(string Step, int State, bool Pending)> PlaceOfAsync(Guid dossier) =>
        (await Database.ScalarAsync<string>("SELECT concat_ws('|', step_id, state, pending_effect_id IS NOT NULL) FROM public_services.dossiers WHERE id = $1", dossier))
            .Split('|') is [var step, var state, var pending] ? (step, int.Parse(state, CultureInfo.InvariantCulture), pending == "t") : default;

    /// <summary>Null when it was done; the error's code, or not-found, when it wasn't.</summary>
    internal async Task<string?> TryAsync(Guid dossier, string step, string action, Actor actor, ActionInput? input = null)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        try
        {
            var command = new TakeAction(dossier, step, action, actor, input ?? new ActionInput("Vì lý do này", "some-ground", new JsonObject { ["some-field"] = "Xem lại" }));
            return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command)).Error?.Code;
        }
        catch (NotFoundException)
        {
            return "not-found";
        }
    }

    /// <summary>All that is known of a dossier, its row's version included.</summary>
    internal Task<string> TraceOfAsync(Guid dossier) => Database.ScalarAsync<string>("""
        SELECT concat_ws('|', d.xmin, d::text,
            (SELECT count(*) FROM public_services.dossier_steps s WHERE s.dossier_id = d.id),
            (SELECT count(*) FROM public_services.effect_requests r WHERE r.dossier_id = d.id),
            (SELECT count(*) FROM public_services.messages m WHERE m.dossier_id = d.id),
            (SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id))
        FROM public_services.dossiers d WHERE d.id = $1
        """, dossier);

    private static Actor Citizen(Guid person) => new(Guid.NewGuid(), person, Guid.NewGuid(), "Người dân", []);

    private static Actor Official(string role, string organisation) =>
        new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "Cán bộ", [new ActorPost(role, organisation, "", organisation, "")]);
}
