using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.DeathBooks;

/// <summary>
/// A commune's leader takes a wrongly registered death out of force: both facts stay in the register, every module gives
/// back what it ended, and the extract's public page says that it isn't valid.
/// </summary>
internal sealed record RevokeDeathEntry(
    string UnitCode, int Year, int Number, string? Reason, string? Law, string? Evidence, Guid LeaderId) : IRequest<Result<Guid>>;

internal sealed class RevokeDeathEntryValidator : AbstractValidator<RevokeDeathEntry>
{
    public RevokeDeathEntryValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(r => r.Reason).Must(reason => VietnameseText.Clean(reason)?.Length >= 10).WithMessage(_ => texts["revoke.reason-missing"]);
        RuleFor(r => r.Reason).MaximumLength(500).WithMessage(_ => texts["revoke.reason-long"]);
        RuleFor(r => r.Law).Must(law => VietnameseText.Clean(law)?.Length is >= 10 and <= 250).WithMessage(_ => texts["revoke-death.law-missing"]);
        RuleFor(r => r.Evidence).Must(evidence => VietnameseText.Clean(evidence)?.Length is >= 10 and <= 500)
            .WithMessage(_ => texts["revoke-death.evidence-missing"]);
    }
}

internal sealed class RevokeDeathEntryHandler(
    CivilStatusDbContext db, OwnFamily family, IStringLocalizer<Texts> texts, TimeProvider clock) : IRequestHandler<RevokeDeathEntry, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RevokeDeathEntry request, CancellationToken cancellationToken)
    {
        var entry = await db.DeathEntries.SingleOrDefaultAsync(
                e => e.UnitCode == request.UnitCode && e.Year == request.Year && e.Number == request.Number, cancellationToken)
            ?? throw new NotFoundException("death entry");
        if (!entry.Allows(DeathEntryAction.Revoke))
            return Refused();
        if (await family.NamesAsync(request.LeaderId, entry.PeopleNamed, cancellationToken))
            return new Error("death-entry.own-family", texts["revoke.own-family"]);
        var now = clock.GetUtcNow();
        entry.Revoke(
            request.LeaderId, VietnameseText.Clean(request.Reason)!, VietnameseText.Clean(request.Law)!,
            VietnameseText.Clean(request.Evidence)!, now);
        db.Raise(new DeathRegistrationRevoked(entry.Id, entry.DeceasedId, entry.UnitCode, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refused();
        }
        return entry.Id;
    }

    private Error Refused() => new("death-entry.not-revocable", texts["revoke.not-possible"]);
}
