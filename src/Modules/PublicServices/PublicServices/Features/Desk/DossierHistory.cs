using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>One thing that happened, in words.</summary>
/// <param name="By">Role and office, the applicant, or time.</param>
/// <param name="Said">Ground, comment and reasons given with it.</param>
internal sealed record HistoryLine(DateTimeOffset At, string What, string By, IReadOnlyList<string> Said, DossierStep Step);

/// <summary>Reads a dossier's history. Officials appear by role and office, not by name.</summary>
internal sealed class DossierHistory(PublicServicesDbContext db, IMediator mediator, IStringLocalizer<DeskTexts> texts)
{
    /// <summary>What begins so moves a dossier between colleagues, not between steps.</summary>
    public const string WithinOffice = "desk.";

    public async Task<IReadOnlyList<HistoryLine>> ReadAsync(DeskCase desk, CancellationToken cancellationToken)
    {
        // Accepting and moving on are written in the same moment: what stays at a step comes before what leaves it.
        var steps = (await db.Steps.AsNoTracking().Where(s => s.DossierId == desk.Dossier.Id).ToListAsync(cancellationToken))
            .OrderBy(s => s.At).ThenBy(s => s.FromStep != s.ToStep).ThenBy(s => s.Id).ToList();
        var codes = steps.Select(s => s.ByOrganisation).OfType<string>().Distinct().ToArray();
        var english = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
        var offices = (await mediator.Send(new FindOrganisations(codes), cancellationToken)).ToDictionary(o => o.Code, o => english ? o.NameEn : o.Name);
        return [.. steps.Select(s => new HistoryLine(s.At, What(desk.Procedure, s), By(desk.Dossier, desk.Procedure, s, offices), Said(desk.Procedure, s), s))];
    }

    private string What(Procedure procedure, DossierStep step)
    {
        if (step.Action == "file")
            return texts["history.filed"];
        if (step.State == DossierLifecycle.Accepted && step.FromStep == step.ToStep)
            return texts["history.accepted"];
        if (step.Action.StartsWith(WithinOffice, StringComparison.Ordinal))
            return texts[$"history.{step.Action}"];
        if (step.FromStep == step.ToStep && DossierLifecycle.IsEnd(step.State))
            return DossierLifecycle.Of(step.State).Name.Here;
        var to = procedure.Step(step.ToStep).Name.Here;
        var action = step.FromStep is { } from ? procedure.Step(from).Action(step.Action.Split('.')[0]) : null;
        if (action is null)
            return texts["history.moved", to];
        var label = action.Label.Here.TrimEnd('…');
        return step.FromStep == step.ToStep ? texts["history.asked", label] : texts["history.action", label, to];
    }

    private string By(Dossier dossier, Procedure procedure, DossierStep step, Dictionary<string, string> offices)
    {
        if (step.ByOrganisation is { } code)
        {
            var office = offices.GetValueOrDefault(code, code);
            return step.ByRole is { } role ? $"{DeskHead.Role(role, texts)}, {office}" : office;
        }
        if (step.ByPersonId == dossier.ApplicantId)
            return texts["history.by-applicant"];
        if (step.FromStep is { } from && procedure.Step(from).Actor == StepActor.Consenter && step.ByPersonId is not null)
            return texts["history.by-consenter"];
        if (step.Action == "file" && dossier.FollowsId is not null)
            return texts["history.by-system"];
        return step.ByPersonId is null ? texts["history.by-time"] : texts["history.by-system"];
    }

    private static string[] Said(Procedure procedure, DossierStep step)
    {
        var ground = procedure.RefusalGrounds.FirstOrDefault(g => g.Code == step.Ground);
        var reason = step.Ground is { } code && procedure.EffectReasons.TryGetValue(code, out var words) ? words.Here : null;
        IEnumerable<string?> said =
        [
            ground is null ? reason : $"{ground.Text.Here} ({ground.Law})",
            step.Comment,
            .. (step.Reasons ?? []).Select(r => $"{procedure.Fields.GetValueOrDefault(r.Key)?.Label.Here ?? r.Key}: {Reason(procedure, r.Value?.ToString())}"),
        ];
        return [.. said.OfType<string>().Where(line => line.Length > 0)];
    }

    private static string? Reason(Procedure procedure, string? reason) =>
        reason is not null && procedure.SupplementReasons.TryGetValue(reason, out var words) ? words.Here : reason;
}
