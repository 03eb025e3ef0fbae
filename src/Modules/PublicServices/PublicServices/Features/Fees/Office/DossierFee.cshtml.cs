using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Counter;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees.Office;

/// <summary>The money of one dossier at its office: cash, exemption, receipts, voids, refunds paid out. Names nobody.</summary>
internal sealed class DossierFeeModel(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, FeeBook book, IMediator mediator, TimeProvider clock) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public bool Done { get; set; }

    /// <summary>The receipt just written.</summary>
    [FromQuery(Name = "receipt")] public Guid? TakenReceipt { get; set; }

    [BindProperty] public string? Tendered { get; set; }
    [BindProperty] public string? Comment { get; set; }
    [BindProperty] public string? Reason { get; set; }

    public FeeCase Found { get; private set; } = null!;
    public Dossier Dossier => Found.Dossier;
    public Procedure Procedure { get; private set; } = null!;
    public FeeObligation? Obligation { get; private set; }
    public Exemption? Claimed => book.Exemption(Obligation?.Exemption);
    public IReadOnlyList<Payment> Payments { get; private set; } = [];
    public IReadOnlyDictionary<Guid, FeeReceipt> Receipts { get; private set; } = new Dictionary<Guid, FeeReceipt>();
    public IReadOnlyList<Refund> Refunds { get; private set; } = [];
    public bool CanTake => Obligation is { IsOpen: true } && Dossier is { IsOpen: true, State: DossierLifecycle.PaymentDue };

    /// <summary>The office's own desk; for whoever helped at a post office, the visit in which they filed it.</summary>
    public string Back => Found.IsCollector ? $"/desk/{Code}" : CounterLinks.Visit(Dossier.VisitId!.Value);

    /// <summary>The payment of the receipt just written, for its change.</summary>
    public Payment? Taken => Payments.FirstOrDefault(p => Receipts.TryGetValue(p.Id, out var receipt) && receipt.Id == TakenReceipt);

    public bool CanVoid(Payment payment) => payment.Organisation == Found.Post.OrganisationCode && payment is { Method: PaymentMethod.Cash, State: PaymentState.Paid, PayInId: null }
        && payment.SettledAt!.Value.LegalDate() == clock.Today();

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Found = await FeeCase.FindAsync(db, Code, User.Actor(), cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Obligation = await money.FindAsync(Dossier, Procedure, cancellationToken);
        var own = Found.IsCollector ? null : Found.Post.OrganisationCode;
        Payments = await db.Set<Payment>().AsNoTracking().Where(p => p.DossierId == Dossier.Id && (own == null || p.Organisation == own)).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
        var ids = Payments.Select(p => p.Id).ToList();
        Receipts = await db.Set<FeeReceipt>().AsNoTracking().Where(r => ids.Contains(r.PaymentId)).ToDictionaryAsync(r => r.PaymentId, cancellationToken);
        Refunds = own is not null ? [] : await db.Set<Refund>().AsNoTracking().Where(r => ids.Contains(r.PaymentId)).OrderBy(r => r.RequestedAt).ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostCashAsync(CancellationToken cancellationToken)
    {
        Found = await FeeCase.FindAsync(db, Code, User.Actor(), cancellationToken);
        var outcome = await mediator.Send(
            new ReceiveCash(Dossier, Found.Post, User.Actor().PersonId, VndInput.Read(Tendered)), cancellationToken);
        return outcome.Error is { } error
            ? await this.RefuseAsync(error, cancellationToken)
            : Redirect($"/fees/dossiers/{Code}?done=true&receipt={outcome.Value!.ReceiptId}");
    }

    public Task<IActionResult> OnPostVoidAsync(Guid payment, CancellationToken cancellationToken) =>
        AnswerAsync(f => new VoidCash(f.Dossier, f.Post, User.Actor().PersonId, payment, Reason), cancellationToken);

    public Task<IActionResult> OnPostExemptionAsync(bool confirmed, CancellationToken cancellationToken) =>
        OfficeAsync(f => new DecideExemption(f.Dossier, f.Post, User.Actor().PersonId, confirmed, Comment), cancellationToken);

    public Task<IActionResult> OnPostPayOutAsync(Guid refund, CancellationToken cancellationToken) =>
        OfficeAsync(f => new PayOutRefund(refund, f.Post.OrganisationCode, User.Actor().PersonId), cancellationToken);

    // What the collecting office decides, a post office can't.
    private Task<IActionResult> OfficeAsync<T>(Func<FeeCase, IRequest<Result<T>>> command, CancellationToken cancellationToken) =>
        AnswerAsync(f => f.IsCollector ? command(f) : throw new NotFoundException("dossier"), cancellationToken);

    private async Task<IActionResult> AnswerAsync<T>(Func<FeeCase, IRequest<Result<T>>> command, CancellationToken cancellationToken)
    {
        Found = await FeeCase.FindAsync(db, Code, User.Actor(), cancellationToken);
        var outcome = await mediator.Send(command(Found), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/fees/dossiers/{Code}?done=true");
    }
}
