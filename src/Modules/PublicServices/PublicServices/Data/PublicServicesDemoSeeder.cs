using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using Project06.BuildingBlocks.Demo;
using Project06.BuildingBlocks.Persistence;
using Project06.DemoNation;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Data;

/// <summary>Copies the sample nation's past dossiers: a year of ended ones and what lies on the desks this morning.</summary>
internal sealed class PublicServicesDemoSeeder(
    ModuleDataSources sources, IEnumerable<ModuleDescriptor> modules, ProcedureBook procedures, IMediator mediator, ReferenceBook reference,
    FormBuilder builder, TimeProvider clock, ILogger<PublicServicesDemoSeeder> log) : IDemoSeeder<Nation>
{
    // After EIdentification, which has the offices.
    public int Order => 40;

    public async Task SeedAsync(Nation nation, CancellationToken cancellationToken)
    {
        var source = sources.Of(modules.Single(m => m.Context == typeof(PublicServicesDbContext)));
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Two hosts may start at once: the second waits here and then finds rows.
        await RunAsync(connection, "SELECT pg_advisory_xact_lock(hashtextextended('public_services:sample', 6))", cancellationToken);
        if (await RunAsync(connection, "SELECT EXISTS (SELECT FROM public_services.dossiers)", cancellationToken) is true)
            return;

        var demo = new DemoDossiers(procedures, mediator, reference, new DemoAnswers(builder, reference, nation), clock.GetUtcNow());
        var dossiers = await demo.BuildAsync(nation, cancellationToken);
        await CopyDraftsAsync(connection, dossiers.Where(d => d.EndedAt is null), cancellationToken);
        await CopyDossiersAsync(connection, dossiers, cancellationToken);
        await CopyPeopleAsync(connection, dossiers, cancellationToken);
        await CopyStepsAsync(connection, dossiers, cancellationToken);
        await CopyCountersAsync(connection, demo.Counters, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        log.LogInformation("Sample dossiers copied: {Dossiers}, open {Open}", dossiers.Count, dossiers.Count(d => d.EndedAt is null));
    }

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static Task CopyDraftsAsync(NpgsqlConnection connection, IEnumerable<DemoDossier> dossiers, CancellationToken cancellationToken) =>
        CopyAsync(connection, """
            public_services.drafts (id, procedure_code, procedure_version, content_hash, applicant_id, started_at, saved_at, filed_at, answers)
            """, dossiers.Select(d => new object?[]
        {
            d.Past.Id, d.Procedure.Code, d.Procedure.Version, d.Procedure.ContentHash, d.Past.ApplicantId,
            d.Past.ReceivedAt, d.Past.ReceivedAt, d.Past.ReceivedAt, d.Answers,
        }), cancellationToken);

    private static Task CopyDossiersAsync(NpgsqlConnection connection, IEnumerable<DemoDossier> dossiers, CancellationToken cancellationToken) =>
        CopyAsync(connection, """
            public_services.dossiers (id, code, procedure_code, procedure_version, content_hash, applicant_id, channel, unit_code,
                receiving_organisation, deciding_organisation, state, step_id, step_entered_at, answers, filed_at, accepted_at,
                promised_at, ended_at, used_once, public_token, acting_organisation, acting_role)
            """, dossiers.Select(d => new object?[]
        {
            d.Past.Id, d.Code.Value, d.Procedure.Code, d.Procedure.Version, d.Procedure.ContentHash, d.Past.ApplicantId, d.Past.Channel,
            d.Past.CommuneCode, d.Receiving, d.Deciding, d.Step.State, d.Step.Id, d.StepEnteredAt, d.Answers, d.Past.ReceivedAt, d.AcceptedAt,
            d.PromisedAt, d.EndedAt, d.UsedOnce, d.Token, d.Step.Office is null ? null : d.OrganisationOf(d.Step), d.Step.Role,
        }), cancellationToken);

    private static Task CopyPeopleAsync(NpgsqlConnection connection, IEnumerable<DemoDossier> dossiers, CancellationToken cancellationToken) =>
        CopyAsync(connection, "public_services.dossier_people (dossier_id, person_id, field)", dossiers.SelectMany(d => d.Answers
            .Select(answer => (Field: answer.Key, Person: AnswerValues.PersonId(answer.Value)))
            .Where(named => named.Person is not null)
            .Select(named => new object?[] { d.Past.Id, named.Person, named.Field })
            .Prepend([d.Past.Id, d.Past.ApplicantId, "applicant"])
            .Concat(d.Past.SubjectId is { } entered ? [[d.Past.Id, entered, DossierPerson.EnteredPrefix + "sample"]] : [])), cancellationToken);

    private static Task CopyStepsAsync(NpgsqlConnection connection, IEnumerable<DemoDossier> dossiers, CancellationToken cancellationToken) =>
        CopyAsync(connection, """
            public_services.dossier_steps (id, dossier_id, at, action, from_step, to_step, state, by_person_id, by_organisation, by_role, ground, reasons)
            """, dossiers.SelectMany(History), cancellationToken);

    private static IEnumerable<object?[]> History(DemoDossier d)
    {
        var first = d.Procedure.FirstStep;
        yield return Row(d.Past.ReceivedAt, "file", null, first.Id, first.State, d.Past.ApplicantId, null, null, null, null);
        if (d.AcceptedAt is { } accepted && first.Actions.FirstOrDefault(a => a.StartsClock) is { } accept)
            yield return Row(accepted, accept.Id, first.Id, first.Id, DossierLifecycle.Accepted, null, d.OrganisationOf(first), first.Role, null, null);
        if (d.Came is not { } came)
            yield break;
        var applicant = came.From.Actor == StepActor.Applicant;
        yield return Row(
            d.StepEnteredAt, came.Action.Id, came.From.Id, d.Step.Id, d.Step.State, applicant ? d.Past.ApplicantId : null,
            applicant ? null : d.OrganisationOf(came.From), came.From.Role,
            came.Action.Asks == ActionAsks.Grounds || d.Step.State is DossierLifecycle.NotAccepted or DossierLifecycle.Stopped
                ? d.Procedure.RefusalGrounds.FirstOrDefault()?.Code
                : null,
            came.Action.Asks == ActionAsks.Fields ? Reasons(d) : null);

        object?[] Row(
            DateTimeOffset at, string action, string? from, string to, int state, Guid? person, string? organisation, string? role,
            string? ground, JsonObject? reasons) =>
            [Guid.CreateVersion7(at), d.Past.Id, at, action, from, to, state, person, organisation, role, ground, reasons];
    }

    private static JsonObject Reasons(DemoDossier d)
    {
        var field = d.Procedure.Fields.Values.FirstOrDefault(f => d.Answers.ContainsKey(f.Id) && f.Type == FieldType.Text)
            ?? d.Procedure.Pages.SelectMany(p => p.Fields).First();
        return new JsonObject { [field.Id] = d.Procedure.SupplementReasons.Values.FirstOrDefault()?.Vi ?? "Hãy xem lại mục này." };
    }

    private static Task CopyCountersAsync(
        NpgsqlConnection connection, IReadOnlyDictionary<(string Prefix, DateOnly Day), int> counters, CancellationToken cancellationToken) =>
        CopyAsync(connection, "public_services.dossier_counters (organisation, day, last)",
            counters.Select(c => new object?[] { c.Key.Prefix, c.Key.Day, c.Value }), cancellationToken);

    private static async Task CopyAsync(
        NpgsqlConnection connection, string into, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT binary)", cancellationToken);
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
                Write(copy, value);
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private static void Write(NpgsqlBinaryImporter copy, object? value)
    {
        switch (value)
        {
            case null: copy.WriteNull(); break;
            case Guid id: copy.Write(id, NpgsqlDbType.Uuid); break;
            case string text: copy.Write(text, NpgsqlDbType.Text); break;
            case int number: copy.Write(number, NpgsqlDbType.Integer); break;
            case DateOnly day: copy.Write(day, NpgsqlDbType.Date); break;
            case DateTimeOffset instant: copy.Write(instant.ToUniversalTime(), NpgsqlDbType.TimestampTz); break;
            case string[] texts: copy.Write(texts, NpgsqlDbType.Array | NpgsqlDbType.Text); break;
            case JsonObject json: copy.Write(json.ToJsonString(), NpgsqlDbType.Jsonb); break;
            default: throw new ArgumentException($"No column takes {value.GetType().Name}.", nameof(value));
        }
    }
}
