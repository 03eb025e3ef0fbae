using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.DeathBooks;

/// <summary>How a state is said and coloured.</summary>
internal static class DeathStateTexts
{
    public static string Key(DeathEntryState state) => state switch
    {
        DeathEntryState.Written => "state.numbered",
        DeathEntryState.Signed => "state.signed",
        _ => "state.revoked",
    };

    public static string Kind(DeathEntryState state) => state switch
    {
        DeathEntryState.Written => "due",
        DeathEntryState.Signed => "ok",
        _ => "late",
    };
}
