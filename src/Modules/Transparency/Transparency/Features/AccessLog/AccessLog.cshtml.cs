using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Contracts;
using Project06.Transparency.Data;

namespace Project06.Transparency.Features.AccessLog;

/// <summary>"Ai đã xem dữ liệu của tôi": the signed-in person's own ledger (Decree 320/2026/NĐ-CP).</summary>
internal sealed class AccessLogModel(
    TransparencyDbContext db, IMediator mediator, TimeProvider clock, IStringLocalizer<Texts> texts) : PageModel
{
    public const int PageSize = 20;

    /// <summary>Periods one may choose, in days; null is everything.</summary>
    public static readonly IReadOnlyList<int?> Periods = [30, 90, 365, null];

    /// <summary>How many days back; any other number than those offered shows everything.</summary>
    public int? Days { get; private set; }

    public int PageNumber { get; private set; } = 1;

    public int Pages { get; private set; }

    /// <summary>Looks in the period, on all pages.</summary>
    public int Total { get; private set; }

    public IReadOnlyList<IGrouping<DateOnly, AccessLine>> DaysShown { get; private set; } = [];

    /// <summary>The organisations that looked, for their address.</summary>
    public IReadOnlyDictionary<string, Organisation> Organisations { get; private set; } = new Dictionary<string, Organisation>();

    /// <summary>Names of the procedures the looks served.</summary>
    public IReadOnlyDictionary<string, string> Procedures { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where somebody near helps; null when none is known.</summary>
    public Organisation? Centre { get; private set; }

    /// <summary>Lines that were disputed, and whether the dispute was answered.</summary>
    public IReadOnlyDictionary<long, bool> Disputed { get; private set; } = new Dictionary<long, bool>();

    /// <summary>chị, anh, bà, ông or bạn.</summary>
    public string You => User.FindFirstValue(ActorClaims.Salutation) ?? "bạn";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        // Read by hand: "page" is also a route value of every Razor page, and nonsense here is no error to show.
        Days = int.TryParse(Request.Query["days"], out var typed) && Periods.Contains(typed) ? typed : null;
        PageNumber = int.TryParse(Request.Query["page"], out var number) ? Math.Clamp(number, 1, 100_000) : 1;
        var since = Days is { } days ? clock.GetUtcNow().AddDays(-days) : DateTimeOffset.UnixEpoch;

        var reader = new AccessLogReader(db);
        var read = await reader.ReadAsync(actor.PersonId, since, PageNumber, PageSize, cancellationToken);
        if (read.Lines.Count == 0 && PageNumber > 1)
        {
            PageNumber = 1;
            read = await reader.ReadAsync(actor.PersonId, since, PageNumber, PageSize, cancellationToken);
        }
        Total = read.AllLooks;
        Pages = (read.AllLines + PageSize - 1) / PageSize;
        DaysShown = [.. read.Lines.GroupBy(l => l.At.LegalDate())];

        var shown = read.Lines.Select(l => l.Id).ToArray();
        Disputed = await db.Disputes.AsNoTracking().Where(d => d.PersonId == actor.PersonId && shown.Contains(d.AccessRowId))
            .ToDictionaryAsync(d => d.AccessRowId, d => d.AnsweredAt != null, cancellationToken);
        var codes = read.Lines.Select(l => l.Organisation).OfType<string>().Distinct().ToList();
        if (codes.Count > 0)
            Organisations = (await mediator.Send(new FindOrganisations(codes), cancellationToken)).ToDictionary(o => o.Code);
        var procedures = read.Lines.Select(l => l.Procedure).OfType<string>().Distinct().ToList();
        if (procedures.Count > 0)
            Procedures = await mediator.Send(new FindProcedureNames(procedures), cancellationToken);
        Centre = await FindCentreAsync(actor, cancellationToken);
    }

    // Whoever disputes a look gets a person to talk to: the service centre of their own commune.
    private async Task<Organisation?> FindCentreAsync(Actor actor, CancellationToken cancellationToken)
    {
        var own = await mediator.Send(
            new FindPeople([actor.PersonId], [PersonFields.Residence], Access: null), cancellationToken);
        return own is [{ ResidenceUnit: { Length: > 0 } unit }]
            ? await mediator.Send(new FindOrganisation(OrganisationKinds.CommuneServiceCentre, unit), cancellationToken)
            : null;
    }

    public string NameOf(AccessLine line) =>
        line.OrganisationName ?? line.Organisation ?? texts["log.citizen"];

    public string AddressOf(AccessLine line) =>
        line.Organisation is { } code && Organisations.TryGetValue(code, out var found) ? found.Address : "";

    public string ProcedureOf(AccessLine line) => Procedures.GetValueOrDefault(line.Procedure ?? "", line.Procedure ?? "");

    public string PurposeOf(AccessLine line) => AccessWords.Purpose(texts, line.Purpose);

    public string FieldsOf(IEnumerable<string> fields) => AccessWords.Fields(texts, fields);

    public string PeriodText(int? days) => days switch
    {
        30 => texts["period.30"],
        90 => texts["period.90"],
        365 => texts["period.365"],
        _ => texts["period.all"],
    };
}
