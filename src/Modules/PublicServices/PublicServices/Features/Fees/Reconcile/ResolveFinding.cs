using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Features.Fees;

/// <summary>What an office did about a difference: took the bank's transfer in, or found out and wrote it down.</summary>
/// <param name="Organisations">Whose findings the actor may touch.</param>
/// <param name="Unowned">Whether also those that name no order of ours: the operator's.</param>
/// <param name="TakeIn">Take in what is missing here; else only the comment.</param>
internal sealed record ResolveFinding(
    Guid FindingId, IReadOnlyCollection<string> Organisations, bool Unowned, Guid ActorId, bool TakeIn, string? Comment) : IRequest<Result<bool>>;

internal sealed class ResolveFindingHandler(PublicServicesDbContext db, BankSaid bankSaid, TimeProvider clock, IStringLocalizer<FeeTexts> texts)
    : IRequestHandler<ResolveFinding, Result<bool>>
{
    private const int LongestComment = 500;

    public async Task<Result<bool>> Handle(ResolveFinding command, CancellationToken cancellationToken)
    {
        var finding = await db.Set<StatementFinding>().SingleOrDefaultAsync(f => f.Id == command.FindingId, cancellationToken);
        if (finding is null || !(finding.Organisation is { } organisation ? command.Organisations.Contains(organisation) : command.Unowned))
            throw new NotFoundException("finding");
        var comment = VietnameseText.CleanLines(command.Comment);
        if (comment?.Length > LongestComment || (!command.TakeIn && string.IsNullOrEmpty(comment)))
            return new Error("finding.comment", texts["refused.finding-comment", LongestComment], "Comment");
        if (command.TakeIn)
        {
            if (finding is not { Kind: FindingKind.MissingHere, ResolvedAt: null, PaymentId: not null, BankAmount: { } amount, Reference: { } reference, At: { } at })
                return new Error("finding.not-takable", texts["refused.finding-take-in"]);
            // Its own transaction; taken in twice it counts once, so that a fall between the two is made good by trying again.
            await bankSaid.TakeInAsync(new OrderStatus(reference, "paid", [new ToldTransfer(finding.Transaction, amount.Amount, at)]),
                BankSaid.ByStatement, null, cancellationToken);
        }
        if (!finding.Resolve(command.TakeIn ? "taken-in" : "explained", command.ActorId, comment, clock.GetUtcNow()))
            return new Error("finding.resolved", texts["refused.finding-resolved"]);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
