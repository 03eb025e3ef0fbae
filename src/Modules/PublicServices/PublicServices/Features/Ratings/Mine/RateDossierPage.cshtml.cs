using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.Ui;

namespace Project06.PublicServices.Features.Ratings.Mine;

/// <summary>Rating a dossier of one's own once it ended; changeable for a week, then only read.</summary>
internal sealed class RateDossierPageModel(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, TimeProvider clock, IStringLocalizer<CitizenTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public bool Saved { get; set; }
    [BindProperty] public int? Score { get; set; }
    [BindProperty] public string? Reason { get; set; }
    public Dossier Dossier { get; private set; } = null!;
    public Procedure Procedure { get; private set; } = null!;
    public Rating? Given { get; private set; }
    public bool MayGive => Given is null || clock.GetUtcNow() < Given.ChangeableUntil;
    public IReadOnlyList<FieldOption> Scores => [.. new[] { "5", "4", "3", "2", "1" }.Select(s => new FieldOption(s, texts[$"rating.score.{s}"]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Dossier.IsOpen ? Redirect($"/dossiers/{Code}") : Page();
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Given = await db.Ratings.AsNoTracking().SingleOrDefaultAsync(r => r.DossierId == Dossier.Id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        // What isn't a number is no choice; the rating's own words say so.
        ModelState.Clear();
        var outcome = await mediator.Send(new RateDossier(dossier, Score, Reason), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/dossiers/{Code}/rating?saved=true");
    }
}
