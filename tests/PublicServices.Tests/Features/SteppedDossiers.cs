using System.Globalization;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Tests.Procedures;
using static Project06.PublicServices.Tests.Features.WhoMayActTests;

namespace Project06.PublicServices.Tests.Features;

/// <summary>One database with dossiers put at any step.</summary>
public sealed class SteppedDossiers : TestGround
{
    private readonly Dictionary<string, (Guid Id, Guid Applicant, string Receiving, string Deciding)> _models = [];
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

    /// <summary>A dossier like the sample one, at a step.</summary>
    internal async Task<Guid> PutAsync(string procedure, string step)
    {
        var id = Guid.CreateVersion7();
        var state = TestFolders.Book.Get(procedure, 1).Step(step).State;
        await Database.ExecuteAsync("""
            INSERT INTO public_services.dossiers (id, code, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code,
                receiving_organisation, deciding_organisation, state, step_id, step_entered_at, answers, filed_at, accepted_at, promised_at,
                ended_at, public_token)
            SELECT $1, $2, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code, receiving_organisation,
                deciding_organisation, $3, $4, filed_at, answers, filed_at, CASE WHEN $3 IN (4, 9) THEN filed_at END, promised_at,
                CASE WHEN $3 IN (3, 8, 9) THEN filed_at END, $2
            FROM public_services.dossiers WHERE id = $5
            """, id, string.Create(CultureInfo.InvariantCulture, $"H26.99.99.99-261120-{Interlocked.Increment(ref _count)}"), state, step, _models[procedure].Id);
        return id;
    }

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
