using System.Globalization;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Features.OfficialForms;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>
/// <c>public-services.issue-paper</c>: numbered in the office's sequence, printed and signed before anything is saved; when
/// that fails nothing happened and the event is tried again. Asked twice, there is one paper.
/// </summary>
internal sealed class IssuePaperOnEffect(
    PublicServicesDbContext db, ProcedureBook procedures, FormBook forms, IssuedPaperPrinter printer, ReferenceBook reference,
    IMediator mediator, TimeProvider clock) : IEventHandler<EffectRequested>
{
    public const string Effect = "public-services.issue-paper";

    public async Task HandleAsync(EffectRequested happened, EventContext context, CancellationToken cancellationToken)
    {
        if (happened.Effect != Effect || await db.Set<IssuedPaper>().AnyAsync(p => p.RequestId == happened.RequestId, cancellationToken))
            return;
        var asked = await db.EffectRequests.AsNoTracking().SingleAsync(r => r.Id == happened.RequestId, cancellationToken);
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Id == asked.DossierId, cancellationToken);
        var procedure = procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion);
        var use = procedure.Effects[procedure.Step(asked.StepId).Action(asked.ActionId)!.Effect!];
        var wanted = MappedAnswers.Build(use.Mappings, dossier.AllAnswers(), dossier.ApplicantId).Deserialize<IssuePaper>(JsonSerializerOptions.Web)!;
        await IssueAsync(asked, dossier, procedure, wanted, cancellationToken);
    }

    private async Task IssueAsync(
        EffectRequest asked, Dossier dossier, Procedure procedure, IssuePaper wanted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (today, answers) = (now.LegalDate(), dossier.AllAnswers());
        var office = (await mediator.Send(new FindOrganisations([dossier.DecidingOrganisation]), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException($"Nobody knows the organisation {dossier.DecidingOrganisation}.");
        var signer = (await mediator.Send(new FindPeople([asked.DecidedByPersonId], [], Access: null), cancellationToken)).Single();
        var people = await forms.PeopleAsync(procedure, answers, dossier.ApplicantId, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = await NextNumberAsync(dossier, wanted.Template, today.Year, cancellationToken);
        var token = IssuedPaperPrinter.NewToken();
        var words = new PaperWords(procedure, answers, people, reference.Current, new Dictionary<string, string>
        {
            ["paper.number"] = number.ToString(CultureInfo.InvariantCulture),
            ["paper.year"] = today.Year.ToString(CultureInfo.InvariantCulture),
            ["paper.date"] = today.Written(),
            ["paper.dossier"] = dossier.Code.Value,
            ["paper.office"] = office.Name,
            ["paper.signer"] = signer.FullName,
        });
        var sheet = PaperSheets.Of(
            procedure.Papers[wanted.Template], words, FormFacts.Heading(office, office.Code, reference.Current, today), today,
            signer.FullName, dossier.Code.Value, printer.VerificationUrl(token));
        var file = db.AddFile(await printer.PrintAsync(sheet, signer, office, cancellationToken), "application/pdf", now);
        var paper = new IssuedPaper
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            RequestId = asked.Id,
            ProcedureCode = procedure.Code,
            Template = wanted.Template,
            AboutId = wanted.AboutId,
            Organisation = office.Code,
            Year = today.Year,
            Number = number,
            Token = token,
            Content = JsonSerializer.Serialize(sheet, OfficialForm.Json),
            SignedById = asked.DecidedByPersonId,
            IssuedAt = now,
            FileId = file.Id,
        };
        db.Add(paper);
        db.Raise(new EffectAnswered(
            dossier.Id, asked.Id, EffectOutcome.Done, null, new DossierResult(wanted.Template, IssuedPaperLinks.Show(paper.Id), IsFinal: true)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<int> NextNumberAsync(Dossier dossier, string template, int year, CancellationToken cancellationToken) =>
        (await db.Database.SqlQuery<int>($"""
            INSERT INTO public_services.issued_paper_counters AS c (organisation, procedure_code, template, year, last)
            VALUES ({dossier.DecidingOrganisation}, {dossier.ProcedureCode}, {template}, {year}, 1)
            ON CONFLICT (organisation, procedure_code, template, year) DO UPDATE SET last = c.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellationToken)).Single();
}
