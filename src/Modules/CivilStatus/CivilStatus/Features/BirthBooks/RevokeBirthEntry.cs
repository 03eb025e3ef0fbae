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

namespace Project06.CivilStatus.Features.BirthBooks;

/// <summary>A commune's leader takes an entry out of force; its certificate's public page says so from then on.</summary>
internal sealed record RevokeBirthEntry(string UnitCode, int Year, int Number, string? Reason, Guid LeaderId) : IRequest<Result<Guid>>;

internal sealed class RevokeBirthEntryValidator : AbstractValidator<RevokeBirthEntry>
{
    public RevokeBirthEntryValidator(IStringLocalizer<Texts> texts)
    {
        RuleFor(r => r.Reason).Must(reason => VietnameseText.Clean(reason)?.Length >= 10)
            .WithMessage(_ => texts["revoke.reason-missing"]);
        RuleFor(r => r.Reason).MaximumLength(500).WithMessage(_ => texts["revoke.reason-long"]);
    }
}

internal sealed class RevokeBirthEntryHandler(
    CivilStatusDbContext db, OwnFamily family, IStringLocalizer<Texts> texts, TimeProvider clock)
    : IRequestHandler<RevokeBirthEntry, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(RevokeBirthEntry request, CancellationToken cancellationToken)
    {
        var entry = await db.BirthEntries.SingleOrDefaultAsync(
                e => e.UnitCode == request.UnitCode && e.Year == request.Year && e.Number == request.Number, cancellationToken)
            ?? throw new NotFoundException("birth entry");
        if (!entry.Allows(BirthEntryAction.Revoke))
            return Refused();
        if (await family.NamesAsync(request.LeaderId, entry.PeopleNamed, cancellationToken))
            return new Error("birth-entry.own-family", texts["revoke.own-family"]);
        entry.Revoke(request.LeaderId, VietnameseText.Clean(request.Reason)!, clock.GetUtcNow());
        db.Raise(new BirthEntryRevoked(entry.Id, entry.ChildId, entry.UnitCode));
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

    private Error Refused() => new("birth-entry.not-revocable", texts["revoke.not-possible"]);
}
