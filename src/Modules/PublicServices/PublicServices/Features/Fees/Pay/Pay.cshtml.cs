using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.Ui;
using Project06.Ui.Forms;

namespace Project06.PublicServices.Features.Fees.Pay;

/// <summary>What the applicant's dossier owes, by which law, and how to pay it.</summary>
internal sealed class PayModel(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, FeeBook book, BankBook banks, IMediator mediator,
    IOptions<PaymentOptions> options, IStringLocalizer<FeeTexts> texts) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromQuery] public bool Asked { get; set; }
    [BindProperty] public string? Exemption { get; set; }
    [BindProperty] public string? Why { get; set; }
    [BindProperty] public string? HowMuch { get; set; }
    [BindProperty] public string? Words { get; set; }

    public Dossier Dossier { get; private set; } = null!;
    public Procedure Procedure { get; private set; } = null!;
    public FeeObligation? Obligation { get; private set; }
    public string Collector { get; private set; } = "";
    public IReadOnlyList<Refund> Refunds { get; private set; } = [];
    public IReadOnlyList<FieldOption> Exemptions { get; private set; } = [];
    public Payment? Last { get; private set; }

    /// <summary>Whether a payment counts of which nothing is on its way back yet.</summary>
    public bool MayAskRefund { get; private set; }

    public IReadOnlyList<FieldOption> RefundReasons => [.. Refund.Askable(Dossier.State).Select(r => new FieldOption(r, texts[$"ask-refund.{r}"]))];

    /// <summary>The order the bank knows of; one it doesn't know yet can't be paid, only asked for again.</summary>
    public Payment? Waiting => Last is { State: PaymentState.Pending } ? Last : null;
    public bool IsDue => Dossier is { IsOpen: true, State: DossierLifecycle.PaymentDue };
    public bool IsOnline => options.Value.IsOnline;
    public string? ClaimedName => book.Exemption(Obligation?.Exemption)?.Name.Here;

    /// <summary>What the page waits on, without a name in it.</summary>
    public string State => string.Create(CultureInfo.InvariantCulture, $"{Last?.State}/{Dossier.State}/{Obligation?.IsOpen}");

    public string Payee => $"{banks.NameOf(options.Value.BankBin)} {options.Value.Account} – {options.Value.AccountName}";

    public string? QrText => Waiting is { } order && options.Value is { BankBin.Length: 6, Account.Length: > 0 and <= 19 } to
        ? new VietQr(to.BankBin, to.Account, order.Amount.Amount, order.Reference).Encode()
        : null;

    public async Task OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken);

    /// <summary>The state alone, for the page's script.</summary>
    public async Task<IActionResult> OnGetStateAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        return Content(State, "text/plain");
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        Procedure = procedures.Get(Dossier.ProcedureCode, Dossier.ProcedureVersion);
        Obligation = await money.FindAsync(Dossier, Procedure, cancellationToken);
        if (Obligation is null)
            return;
        var payments = await db.Set<Payment>().AsNoTracking().Where(p => p.DossierId == Dossier.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken);
        Last = payments.LastOrDefault();
        var ids = payments.Select(p => p.Id).ToList();
        Refunds = await db.Set<Refund>().AsNoTracking().Where(r => ids.Contains(r.PaymentId)).OrderBy(r => r.RequestedAt).ToListAsync(cancellationToken);
        MayAskRefund = payments.Find(p => p.State == PaymentState.Paid) is { } paid && Refund.LeftOf(paid, Refunds) > Vnd.Zero;
        Exemptions = [.. book.Exemptions(Procedure.Code, Obligation.ReceivedOn).Select(e => new FieldOption(e.Code, e.Name.Here, e.Evidence.Here))];
        var office = (await mediator.Send(new FindOrganisations([Obligation.Organisation]), cancellationToken)).FirstOrDefault();
        Collector = (UiLanguage.Code == "en" ? office?.NameEn : office?.Name) ?? "";
    }

    public Task<IActionResult> OnPostStartAsync(CancellationToken cancellationToken) =>
        AnswerAsync(dossier => new StartPayment(dossier), "", cancellationToken);

    public Task<IActionResult> OnPostExemptAsync(CancellationToken cancellationToken) =>
        AnswerAsync(dossier => new ClaimExemption(dossier, Exemption), "", cancellationToken);

    public Task<IActionResult> OnPostRefundAsync(CancellationToken cancellationToken) =>
        AnswerAsync(dossier => new AskRefund(dossier, Why, VndInput.Read(HowMuch), Words), "", cancellationToken);

    public async Task<IActionResult> OnPostCheckAsync([FromServices] AskGateway gateway, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        var last = await db.Set<Payment>().AsNoTracking().Where(p => p.DossierId == dossier.Id && p.Method == PaymentMethod.Online)
            .OrderByDescending(p => p.CreatedAt).FirstOrDefaultAsync(cancellationToken);
        if (last is not null && options.Value.IsOnline)
        {
            try
            {
                await gateway.AboutAsync(last.Id, BankSaid.ByCitizen, cancellationToken);
            }
            catch (GatewayException)
            {
                return await this.RefuseAsync(new Error("payment.no-answer", texts["refused.no-answer"]), cancellationToken);
            }
        }
        return Redirect($"/dossiers/{Code}/pay?asked=true");
    }

    private async Task<IActionResult> AnswerAsync(
        Func<Dossier, IRequest<Result<string>>> command, string query, CancellationToken cancellationToken)
    {
        var dossier = await db.Dossiers.MineAsync(Code, User.Actor().PersonId, cancellationToken);
        var outcome = await mediator.Send(command(dossier), cancellationToken);
        return outcome.Error is { } error ? await this.RefuseAsync(error, cancellationToken) : Redirect($"/dossiers/{Code}/pay{query}");
    }
}
