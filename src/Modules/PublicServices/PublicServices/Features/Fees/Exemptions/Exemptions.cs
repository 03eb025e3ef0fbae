using MediatR;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Fees;

/// <summary>The applicant says that they need not pay, and as what kind of person.</summary>
internal sealed record ClaimExemption(Dossier Dossier, string? Exemption) : IRequest<Result<string>>;

/// <summary>A clerk who has seen the evidence confirms, or refuses with a reason.</summary>
internal sealed record DecideExemption(Dossier Dossier, ActorPost Post, Guid ClerkId, bool Confirmed, string? Comment) : IRequest<Result<bool>>;

internal sealed class ClaimExemptionHandler(
    PublicServicesDbContext db, ProcedureBook procedures, DossierMoney money, FeeBook book, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<ClaimExemption, Result<string>>
{
    public async Task<Result<string>> Handle(ClaimExemption command, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var procedure = procedures.Get(command.Dossier.ProcedureCode, command.Dossier.ProcedureVersion);
        if (command.Dossier.State != DossierLifecycle.PaymentDue
            || await money.LockAsync(command.Dossier, procedure, cancellationToken) is not { } obligation)
            return new Error("exemption.nothing-due", texts["refused.nothing-due"]);
        if (book.Exemptions(procedure.Code, obligation.ReceivedOn).All(e => e.Code != command.Exemption))
            return new Error("exemption.unknown", texts["refused.exemption"], "Exemption");
        if (!obligation.Claim(command.Exemption!, clock.GetUtcNow()))
            return new Error("exemption.not-now", texts["refused.exemption-waits"]);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return command.Exemption!;
    }
}

internal sealed class DecideExemptionHandler(PublicServicesDbContext db, DossierMoney money, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<DecideExemption, Result<bool>>
{
    private const int LongestComment = 300;

    public async Task<Result<bool>> Handle(DecideExemption command, CancellationToken cancellationToken)
    {
        var comment = VietnameseText.CleanLines(command.Comment);
        if (comment?.Length > LongestComment || (!command.Confirmed && string.IsNullOrEmpty(comment)))
            return new Error("exemption.comment", texts["refused.exemption-comment", LongestComment], "Comment");
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var obligation = await money.LockAsync(command.Dossier.Id, cancellationToken) ?? throw new NotFoundException("obligation");
        var now = clock.GetUtcNow();
        if (!obligation.Decide(command.Confirmed, command.ClerkId, comment, now))
            return new Error("exemption.decided", texts["refused.exemption-decided"]);
        if (command.Confirmed)
            db.Raise(new FeeSettled(command.Dossier.Id, null, "exempt", Vnd.Zero.Amount, now));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return command.Confirmed;
    }
}
