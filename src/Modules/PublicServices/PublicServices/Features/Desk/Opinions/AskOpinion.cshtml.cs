using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.PublicServices.Features.Desk.Opinions;

/// <summary>Asking another office: which one, what, with which of the dossier's answers, until when.</summary>
internal sealed class AskOpinionModel(
    PublicServicesDbContext db, ProcedureBook procedures, DeskAnswersReader reader, ReferenceBook reference, IMediator mediator,
    TimeProvider clock, IStringLocalizer<DeskTexts> texts) : PageModel, ILoadsPage
{
    private static readonly string[] Askable =
    [
        OrganisationKinds.CommunePolice, OrganisationKinds.CommunePeoplesCommittee, OrganisationKinds.CommuneServiceCentre, OrganisationKinds.ProvincialPolice,
    ];

    [FromRoute(Name = "code")] public string Code { get; set; } = "";
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Unit { get; set; }
    [BindProperty] public string? Question { get; set; }
    [BindProperty] public List<string> Shared { get; set; } = [];
    [BindProperty] public string Days { get; set; } = "2";

    public DeskCase Desk { get; private set; } = null!;
    public IReadOnlyList<FieldOption> Kinds => [.. Askable.Select(kind => new FieldOption(kind, texts[$"kind.{kind}"]))];
    public IReadOnlyList<FieldOption> Units { get; private set; } = [];
    public IReadOnlyList<FieldOption> Fields { get; private set; } = [];
    public IReadOnlyList<FieldOption> DayOptions => [.. AskOpinionHandler.DaysAllowed.Select(d => new FieldOption(d.ToString(CultureInfo.InvariantCulture), texts["opinion.day-option", d]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Desk.Dossier.IsOpen ? Page() : Redirect(DeskLinks.Dossier(Desk.Dossier.Code));
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Desk = await DeskCase.FindAsync(db, procedures, Code, User.Actor(), cancellationToken);
        if (Desk.Acting is null)
            throw new NotFoundException("dossier");
        Unit ??= Desk.Dossier.UnitCode;
        var (today, english) = (clock.Today(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en");
        var here = reference.Current.FindUnit(Desk.Dossier.UnitCode, today);
        Units = [.. reference.Current.Communes(here?.ParentCode ?? Desk.Dossier.UnitCode, today).Select(u => new FieldOption(u.Code, english ? u.FullNameEn : u.FullName))];
        var form = await reader.FormAsync(Desk, cancellationToken);
        Fields = [.. form.Pages.SelectMany(page => page.Fields)
            .Where(f => f.Visible && f.Field.Type != FieldType.File && Desk.Dossier.Answers[f.Field.Id] is not null)
            .Select(f => new FieldOption(f.Field.Id, f.Field.Label.Here))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var known = Fields.Select(f => f.Value).ToHashSet();
        var outcome = await mediator.Send(new AskOpinion(
            Desk.Dossier.Id, Kind, Unit!, Question, [.. Shared.Where(known.Contains)], int.TryParse(Days, out var days) ? days : 0,
            Desk.Acting!, Desk.Actor), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect(DeskLinks.Dossier(Desk.Dossier.Code) + "#opinions");
    }
}
