using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Tests.Domain;

public sealed class BirthEntryTests
{
    private static readonly Dictionary<BirthEntryAction, Action<BirthEntry>> Actions = new()
    {
        [BirthEntryAction.AskReview] = e => e.AskReview(Guid.NewGuid()),
        [BirthEntryAction.ConfirmDistinct] = e => e.ConfirmDistinct(Guid.NewGuid()),
        [BirthEntryAction.ConfirmSame] = e => e.ConfirmSame(Guid.NewGuid()),
        [BirthEntryAction.Abandon] = e => e.Abandon("Hồ sơ đã dừng", TestEntries.SignedAt),
        [BirthEntryAction.RecordNumber] = e => e.RecordNumber(Guid.NewGuid(), "001326000001"),
        [BirthEntryAction.Sign] = e => e.Sign(Guid.NewGuid(), Guid.NewGuid(), "Trần Văn Hòa", TestEntries.SignedAt),
        [BirthEntryAction.Revoke] = e => e.Revoke(Guid.NewGuid(), "Đăng ký nhầm", TestEntries.SignedAt),
    };

    private static readonly (BirthEntryState From, BirthEntryAction Action, BirthEntryState To)[] Allowed =
    [
        (BirthEntryState.NumberPending, BirthEntryAction.AskReview, BirthEntryState.ReviewPending),
        (BirthEntryState.NumberPending, BirthEntryAction.RecordNumber, BirthEntryState.Numbered),
        (BirthEntryState.ReviewPending, BirthEntryAction.ConfirmDistinct, BirthEntryState.NumberPending),
        (BirthEntryState.ReviewPending, BirthEntryAction.ConfirmSame, BirthEntryState.NumberPending),
        (BirthEntryState.NumberPending, BirthEntryAction.Abandon, BirthEntryState.Revoked),
        (BirthEntryState.ReviewPending, BirthEntryAction.Abandon, BirthEntryState.Revoked),
        (BirthEntryState.Numbered, BirthEntryAction.Abandon, BirthEntryState.Revoked),
        (BirthEntryState.ReviewPending, BirthEntryAction.Revoke, BirthEntryState.Revoked),
        (BirthEntryState.Numbered, BirthEntryAction.Sign, BirthEntryState.Signed),
        (BirthEntryState.Numbered, BirthEntryAction.Revoke, BirthEntryState.Revoked),
        (BirthEntryState.Signed, BirthEntryAction.Revoke, BirthEntryState.Revoked),
    ];

    public static TheoryData<string, string> EveryStateAndAction()
    {
        var all = new TheoryData<string, string>();
        foreach (var state in Enum.GetNames<BirthEntryState>())
        {
            foreach (var action in Enum.GetNames<BirthEntryAction>())
                all.Add(state, action);
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAction))]
    public void Action_FromState_GoesWhereTheTableSaysOrIsRefused(string stateName, string actionName)
    {
        var (state, action) = (Enum.Parse<BirthEntryState>(stateName), Enum.Parse<BirthEntryAction>(actionName));
        var entry = TestEntries.In(state);
        var version = entry.Version;
        var allowed = Allowed.Where(a => a.From == state && a.Action == action).ToList();

        Assert.Equal(allowed.Count == 1, entry.Allows(action));
        if (allowed.Count == 0)
        {
            Assert.Throws<InvalidOperationException>(() => Actions[action](entry));
            Assert.Equal((state, version), (entry.State, entry.Version));
            return;
        }
        Actions[action](entry);
        Assert.Equal((allowed[0].To, version + 1), (entry.State, entry.Version));
    }

    [Fact]
    public void ConfirmDistinct_RemembersTheNewAsking()
    {
        var entry = TestEntries.In(BirthEntryState.ReviewPending);
        var asking = Guid.NewGuid();

        entry.ConfirmDistinct(asking);

        Assert.Equal(asking, entry.PendingRequestId);
    }

    [Fact]
    public void Hash_AfterSigning_HoldsAndTellsAnotherEntryApart()
    {
        var entry = TestEntries.Create().Signed();
        var other = TestEntries.Create(given: "Ân").Signed();

        Assert.True(BirthEntryHash.Holds(entry));
        Assert.NotEqual(entry.ContentHash, other.ContentHash);
    }
}
