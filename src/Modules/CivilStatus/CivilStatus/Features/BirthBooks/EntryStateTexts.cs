using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.BirthBooks;

/// <summary>How a state is said and coloured.</summary>
internal static class EntryStateTexts
{
    public static string Key(BirthEntryState state) => state switch
    {
        BirthEntryState.NumberPending => "state.number-pending",
        BirthEntryState.ReviewPending => "state.review-pending",
        BirthEntryState.Numbered => "state.numbered",
        BirthEntryState.Signed => "state.signed",
        _ => "state.revoked",
    };

    public static string Kind(BirthEntryState state) => state switch
    {
        BirthEntryState.ReviewPending => "due",
        BirthEntryState.Signed => "ok",
        BirthEntryState.Revoked => "late",
        _ => "plain",
    };
}
