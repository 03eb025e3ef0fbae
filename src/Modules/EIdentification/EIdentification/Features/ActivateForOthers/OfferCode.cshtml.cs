using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.Population.Contracts;
using Project06.Ui;

namespace Project06.EIdentification.Features.ActivateForOthers;

internal sealed class OfferCodeModel(
    EIdentificationDbContext db, IMediator mediator, IStringLocalizer<AccountTexts> texts) : PageModel, ILoadsPage
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }
    [BindProperty] public ActivationKind? Kind { get; set; }
    [BindProperty] public string? Document { get; set; }
    [BindProperty] public bool Seen { get; set; }
    [BindProperty] public bool Biometrics { get; set; }

    public Person Person { get; private set; } = null!;
    /// <summary>What can be done for this person: the first is what is usually wanted.</summary>
    public IReadOnlyList<ActivationKind> Kinds { get; private set; } = [];
    /// <summary>dead, none, collected, level-1 or level-2.</summary>
    public string Situation { get; private set; } = "";

    public bool MayAssureLevelTwo => Clerks.MayAssureLevelTwo(Clerks.PostOf(User.Actor()));
    public string BirthDate => Person.BirthPrecision switch
    {
        DatePrecision.Year => Person.BirthDate.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        DatePrecision.Month => Person.BirthDate.ToString("MM/yyyy", System.Globalization.CultureInfo.InvariantCulture),
        _ => Person.BirthDate.Written(),
    };

    public IEnumerable<FieldOption> KindOptions => Kinds.Select(kind => new FieldOption($"{kind}", texts[$"clerk.kind-{kind}"]));
    public IEnumerable<FieldOption> DocumentOptions => Documents.All.Select(document => new FieldOption(document, texts[$"document.{document}"]));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var kind = Kinds.Count == 1 ? Kinds[0] : Kind;
        if (kind is null || !Kinds.Contains(kind.Value))
            ModelState.AddModelError(nameof(Kind), texts["clerk.kind-missing"]);
        if (Document is null || !Documents.All.Contains(Document))
            ModelState.AddModelError(nameof(Document), texts["clerk.document-missing"]);
        if (!Seen)
            ModelState.AddModelError(nameof(Seen), texts["clerk.seen-missing"]);
        if (kind == ActivationKind.Raise && !Biometrics)
            ModelState.AddModelError(nameof(Biometrics), texts["clerk.biometrics-missing"]);
        if (ModelState.ErrorCount > 0)
            return await this.UnprocessableAsync(cancellationToken);

        var outcome = await mediator.Send(new MakeCode(
            Person, kind!.Value, Document!, Biometrics && MayAssureLevelTwo ? 2 : 1, User.Actor(), Clerks.PostOf(User.Actor())), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : RedirectToPage("/ActivateForOthers/ShowCode", new { id = outcome.Value });
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Person is not null)
            return;
        var found = await mediator.Send(new FindPeople([Id], [PersonFields.Name, PersonFields.BirthDate], Clerks.Access(User.Actor())), cancellationToken);
        Person = found.Count == 1 ? found[0] : throw new NotFoundException("person");
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == Id, cancellationToken);
        (string, ActivationKind[]) known = account switch
        {
            _ when !Person.IsAlive || account?.ClosedAt is not null => ("dead", []),
            null => ("none", [ActivationKind.Counter]),
            { ActivatedAt: null } => ("collected", [ActivationKind.Counter]),
            { Level: 1 } when MayAssureLevelTwo => ("level-1", [ActivationKind.Raise, ActivationKind.Reset]),
            { Level: 1 } => ("level-1", [ActivationKind.Reset]),
            _ => ("level-2", [ActivationKind.Reset]),
        };
        (Situation, Kinds) = known;
    }
}
