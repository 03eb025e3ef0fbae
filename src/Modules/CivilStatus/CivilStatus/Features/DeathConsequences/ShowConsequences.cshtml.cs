using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;
using Project06.EIdentification.Contracts;
using Project06.Ui;

namespace Project06.CivilStatus.Features.DeathConsequences;

/// <summary>What a registered death ended, thing by thing: its state, how many, who must act, since when.</summary>
internal sealed class ShowConsequencesModel(CivilStatusDbContext db, IMediator mediator, IStringLocalizer<Texts> texts) : PageModel
{
    private IReadOnlyDictionary<string, Organisation> _organisations = new Dictionary<string, Organisation>();

    public DeathEntry Entry { get; private set; } = null!;

    public ActorPost Post { get; private set; } = null!;

    public IReadOnlyList<ConsequenceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var units = RegisterPosts.UnitsOf(User);
        Entry = await db.DeathEntries.AsNoTracking().SingleOrDefaultAsync(
                e => e.Id == id && e.SignedAt != null && units.Contains(e.UnitCode), cancellationToken)
            ?? throw new NotFoundException("death entry");
        Post = RegisterPosts.PostFor(User, Entry.UnitCode)!;
        Rows = ConsequenceRow.Of(Entry, await db.DeathConsequences.AsNoTracking().Where(c => c.DeathEntryId == id).ToListAsync(cancellationToken));
        var codes = Rows.Select(r => r.WaitsFor).OfType<string>().Distinct().ToList();
        if (codes.Count > 0)
            _organisations = (await mediator.Send(new FindOrganisations(codes), cancellationToken)).ToDictionary(o => o.Code);
        await db.RecordAccessAsync(
            AccessContext.Official(User.Actor(), Post, AccessPurposes.Register, Entry.ProcedureCode, Entry.DossierCode),
            [new PersonShown(Entry.DeceasedId, [PersonFields.Name, PersonFields.Residence])], cancellationToken);
        Response.Headers.CacheControl = "no-store";
    }

    public string WhoMustAct(ConsequenceRow row) => row switch
    {
        { State: not ConsequenceState.Waiting } or { AwaitsRestoring: true } => "–",
        { WaitsFor: { } code } when _organisations.TryGetValue(code, out var organisation) =>
            UiLanguage.Code == "en" ? organisation.NameEn : organisation.Name,
        { WaitsFor: { } code } => code,
        { Kind: ConsequenceKinds.Headship } => texts["consequences.household-acts"],
        _ => texts["consequences.citizen-acts"],
    };
}
