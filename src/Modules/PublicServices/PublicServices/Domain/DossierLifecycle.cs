using System.Collections.Frozen;

namespace Project06.PublicServices.Domain;

/// <summary>The ten national status codes and which may follow which (TT 01/2018/TT-VPCP and portal practice). One table.</summary>
internal static class DossierLifecycle
{
    public const int NewlyFiled = 1, Accepted = 2, NotAccepted = 3, Processing = 4, SupplementRequested = 5,
        PaymentDue = 6, Withdrawn = 7, Stopped = 8, Finished = 9, HandedOver = 10;

    // Acceptance (2) is passed through in the same moment as processing (4) begins, so 1 → 4 stands for 1 → 2 → 4.
    private static readonly FrozenDictionary<int, int[]> Next = new Dictionary<int, int[]>
    {
        [NewlyFiled] = [NewlyFiled, Accepted, NotAccepted, Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished],
        [Accepted] = [Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished],
        [NotAccepted] = [],
        [Processing] = [Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished],
        [SupplementRequested] = [NewlyFiled, Processing, Withdrawn, Stopped],
        [PaymentDue] = [NewlyFiled, Processing, Withdrawn, Stopped],
        [Withdrawn] = [],
        [Stopped] = [],
        [Finished] = [HandedOver],
        [HandedOver] = [],
    }.ToFrozenDictionary();

    /// <summary>Whether a dossier in one state may come into another.</summary>
    public static bool Allows(int from, int to) => Next.TryGetValue(from, out var next) && next.Contains(to);

    /// <summary>Whether nothing but handing over the result can follow.</summary>
    public static bool IsEnd(int state) => state is NotAccepted or Withdrawn or Stopped or Finished or HandedOver;
}
