using System.Collections.Frozen;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Domain;

/// <summary>What can be done with a dossier whatever its procedure says.</summary>
internal enum BuiltIn
{
    /// <summary>The applicant takes the dossier back.</summary>
    Withdraw,
    /// <summary>The applicant sends what the office asked for.</summary>
    Supplement,
    /// <summary>The applicant pays what is due.</summary>
    Pay,
    /// <summary>The result reaches the applicant.</summary>
    HandOver,
}

/// <summary>Who stands before a dossier.</summary>
internal enum DossierParty { Applicant, ReceivingOffice, DecidingOffice, Consenter, Stranger }

/// <summary>How reports gather the states; they count 5, 6 and 8 as suspended (“tạm dừng xử lý”).</summary>
internal enum StateGroup { Filed, NotAccepted, Processing, Suspended, Withdrawn, Finished }

/// <summary>What the time limit does in a state.</summary>
internal enum StateClock { NotStarted, Runs, Stands, Over }

/// <summary>One of the ten national states.</summary>
/// <param name="Next">States that may follow.</param>
/// <param name="Actions">What can be done besides the procedure's own actions, and by whom.</param>
/// <param name="OnceBy">The law by which a dossier comes into this state once in its life; null: as often as need be.</param>
/// <param name="ForCitizen">What it means to the applicant where no step of the procedure says so.</param>
internal sealed record DossierState(
    int Code, Words Name, StateGroup Group, StateClock Clock, IReadOnlyList<int> Next,
    IReadOnlyDictionary<BuiltIn, DossierParty> Actions, string? OnceBy = null, Words? ForCitizen = null)
{
    public bool IsEnd => Clock == StateClock.Over;
}

/// <summary>
/// The ten national status codes (as several public one-stop systems have them; TT 01/2018/TT-VPCP), what may follow and
/// what can be done in each. One table: pages draw their buttons from it and a dossier's methods read it.
/// </summary>
internal static class DossierLifecycle
{
    public const int NewlyFiled = 1, Accepted = 2, NotAccepted = 3, Processing = 4, SupplementRequested = 5,
        PaymentDue = 6, Withdrawn = 7, Stopped = 8, Finished = 9, HandedOver = 10;

    private static readonly (BuiltIn, DossierParty) Withdraw = (BuiltIn.Withdraw, DossierParty.Applicant);

    // Acceptance (2) is passed through in the same moment as processing (4) begins, so 1 → 4 stands for 1 → 2 → 4.
    public static readonly IReadOnlyList<DossierState> All =
    [
        Row(NewlyFiled, "Mới đăng ký", "Newly filed", StateGroup.Filed, StateClock.NotStarted,
            [NewlyFiled, Accepted, NotAccepted, Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished], [Withdraw]),
        Row(Accepted, "Được tiếp nhận", "Accepted", StateGroup.Processing, StateClock.Runs,
            [Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished], [Withdraw]),
        Row(NotAccepted, "Không được tiếp nhận", "Not accepted", StateGroup.NotAccepted, StateClock.Over, [], []),
        Row(Processing, "Đang xử lý", "Processing", StateGroup.Processing, StateClock.Runs,
            [Processing, SupplementRequested, PaymentDue, Withdrawn, Stopped, Finished], [Withdraw]),
        Row(SupplementRequested, "Yêu cầu bổ sung giấy tờ", "Supplement requested", StateGroup.Suspended, StateClock.Stands,
            [NewlyFiled, Processing, Withdrawn, Stopped], [Withdraw, (BuiltIn.Supplement, DossierParty.Applicant)],
            onceBy: "Nghị định 61/2018/NĐ-CP, Thông tư 01/2018/TT-VPCP"),
        Row(PaymentDue, "Yêu cầu thực hiện nghĩa vụ tài chính", "Payment due", StateGroup.Suspended, StateClock.Stands,
            [NewlyFiled, Processing, Withdrawn, Stopped], [Withdraw, (BuiltIn.Pay, DossierParty.Applicant)]),
        Row(Withdrawn, "Công dân yêu cầu rút hồ sơ", "Withdrawn by citizen", StateGroup.Withdrawn, StateClock.Over, [], [],
            forCitizen: new Words("Hồ sơ đã được rút theo yêu cầu của người nộp.", "The dossier was withdrawn, as its applicant asked.")),
        Row(Stopped, "Dừng xử lý", "Stopped", StateGroup.Suspended, StateClock.Over, [], []),
        Row(Finished, "Đã xử lý xong", "Finished", StateGroup.Finished, StateClock.Over,
            [HandedOver], [(BuiltIn.HandOver, DossierParty.ReceivingOffice)]),
        Row(HandedOver, "Đã trả kết quả", "Result handed over", StateGroup.Finished, StateClock.Over, [], []),
    ];

    private static readonly FrozenDictionary<int, DossierState> ByCode = All.ToFrozenDictionary(state => state.Code);

    /// <summary>A state by its code.</summary>
    public static DossierState Of(int code) => ByCode[code];

    /// <summary>Whether a dossier in one state may come into another.</summary>
    public static bool Allows(int from, int to) => ByCode.TryGetValue(from, out var state) && state.Next.Contains(to);

    /// <summary>Whether this party may do this in the state.</summary>
    public static bool Allows(int state, BuiltIn action, DossierParty party) =>
        ByCode.TryGetValue(state, out var row) && row.Actions.TryGetValue(action, out var who) && who == party;

    /// <summary>Whether nothing but handing over the result can follow.</summary>
    public static bool IsEnd(int state) => ByCode[state].IsEnd;

    private static DossierState Row(
        int code, string vi, string en, StateGroup group, StateClock clock, int[] next, (BuiltIn Action, DossierParty Party)[] actions,
        string? onceBy = null, Words? forCitizen = null) =>
        new(code, new Words(vi, en), group, clock, next, actions.ToDictionary(a => a.Action, a => a.Party), onceBy, forCitizen);
}
