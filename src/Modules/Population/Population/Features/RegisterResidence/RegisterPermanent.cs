using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.Effects;
using Project06.Population.Features.ResidenceNotices;

namespace Project06.Population.Features.RegisterResidence;

/// <summary><c>population.register-permanent-residence</c>.</summary>
internal sealed class RegisterPermanent(PopulationDbContext db, ResidenceBook book)
{
    public async Task<Outcome> RunAsync(Asked<RegisterPermanentResidence> asked, CancellationToken cancellationToken)
    {
        var (fields, by) = (asked.Fields, asked.By);
        var from = asked.Input.DecidedAt.LegalDate();
        await LockAsync(fields, cancellationToken);
        var (plan, refused) = await PermanentPlan.MakeAsync(db, fields.PersonId, fields.MoveAlong, fields.HeadId, from, cancellationToken);
        if (plan is null)
            return refused!;
        if (plan.SuccessorRefused(fields.SuccessorId) is { } headless)
            return headless;
        var (unit, address) = (fields.UnitCode, VietnameseText.Clean(fields.Address));
        if (plan.Joined is null && (string.IsNullOrEmpty(unit) || address is null))
            return PermanentPlan.AddressMissing;

        var home = plan.Joined ?? Household.Of(Guid.CreateVersion7(by.RecordedAt), unit!, address!, fields.PersonId);
        if (plan.Joined is null)
            db.Add(home);
        await book.MoveAsync(await RelationsAsync(plan, fields, home, cancellationToken), home, from, by, cancellationToken);
        await LeaveAsync(plan, fields.SuccessorId, from, by, cancellationToken);
        foreach (var mover in plan.Movers)
            db.Raise(new PersonChanged(mover.Id, [PersonFields.Residence]));
        return Outcome.Done("residence-notice", ResidenceNoticeLinks.Of(asked.RequestId));
    }

    // Both households stand still while somebody goes from one to the other.
    private async Task LockAsync(RegisterPermanentResidence fields, CancellationToken cancellationToken)
    {
        var ids = new[] { fields.PersonId, fields.HeadId ?? fields.PersonId };
        var households = await db.Persons.Where(p => ids.Contains(p.Id)).Select(p => p.HouseholdId).ToListAsync(cancellationToken);
        await book.LockAsync(households, cancellationToken);
        await db.LockAsync($"person:{fields.PersonId}", cancellationToken);
    }

    // Kinship says what each is to the head; what the applicant says of themselves counts where kinship knows nothing.
    private async Task<List<(PersonRecord, HouseholdRelation)>> RelationsAsync(
        PermanentPlan plan, RegisterPermanentResidence fields, Household home, CancellationToken cancellationToken)
    {
        var head = home.HeadId!.Value;
        var kinship = await Kinship.LoadAsync(db, [head, .. plan.Movers.Select(m => m.Id)], cancellationToken);
        var said = Enum.TryParse<HouseholdRelation>(fields.Relation?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var relation)
            ? relation
            : HouseholdRelation.Other;
        return
        [
            .. plan.Movers.Select(m => (m, kinship.Relation(head, m.Id) is var known && known == HouseholdRelation.Other && m.Id == fields.PersonId
                && said != HouseholdRelation.Head ? said : known)),
        ];
    }

    private async Task LeaveAsync(PermanentPlan plan, Guid? successorId, DateOnly from, Provenance by, CancellationToken cancellationToken)
    {
        if (plan.Left is not { } left)
            return;
        if (plan.Remaining.Count == 0)
            left.End(from);
        else if (plan.HeadLeaves)
            await book.NameHeadAsync(left, plan.Remaining, successorId!.Value, from, by, cancellationToken);
    }
}
