using Project06.BuildingBlocks.Money;

namespace Project06.PublicServices.Domain.Fees;

/// <summary>What a dossier owes and by which law.</summary>
/// <param name="Each">For one.</param>
/// <param name="Times">How many.</param>
/// <param name="Province">Whose decision it is; null: the nation's.</param>
/// <param name="On">The day of receipt, whose law counts.</param>
internal sealed record FeeDue(Vnd Each, int Times, string Legal, bool Verified, string? Province, DateOnly On)
{
    public Vnd Amount => Each * Times;
}
