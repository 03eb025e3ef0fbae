using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Tests.Domain;

public sealed class DeathEntryTests
{
    private static readonly DeathRules Rules = DeathRules.Load(AppContext.BaseDirectory);

    private static readonly Dictionary<DeathEntryAction, Action<DeathEntry>> Actions = new()
    {
        [DeathEntryAction.Sign] = Sign,
        [DeathEntryAction.Abandon] = e => e.Abandon(null, "Hồ sơ đã dừng", TestEntries.SignedAt),
        [DeathEntryAction.Revoke] = e => e.Revoke(Guid.NewGuid(), "Nhầm người", "Luật Hộ tịch", "Người đó còn sống", TestEntries.SignedAt),
    };

    [Theory]
    [InlineData(DeathEntryState.Written, DeathEntryAction.Sign, DeathEntryState.Signed)]
    [InlineData(DeathEntryState.Written, DeathEntryAction.Abandon, DeathEntryState.Revoked)]
    [InlineData(DeathEntryState.Written, DeathEntryAction.Revoke, null)]
    [InlineData(DeathEntryState.Signed, DeathEntryAction.Sign, null)]
    [InlineData(DeathEntryState.Signed, DeathEntryAction.Abandon, null)]
    [InlineData(DeathEntryState.Signed, DeathEntryAction.Revoke, DeathEntryState.Revoked)]
    [InlineData(DeathEntryState.Revoked, DeathEntryAction.Sign, null)]
    [InlineData(DeathEntryState.Revoked, DeathEntryAction.Abandon, null)]
    [InlineData(DeathEntryState.Revoked, DeathEntryAction.Revoke, null)]
    internal void Action_FromState_GoesWhereTheTableSaysOrIsRefused(DeathEntryState from, DeathEntryAction action, DeathEntryState? to)
    {
        var entry = In(from);

        Assert.Equal(to is not null, entry.Allows(action));
        if (to is null)
            Assert.Throws<InvalidOperationException>(() => Actions[action](entry));
        else
            Actions[action](entry);
        Assert.Equal(to ?? from, entry.State);
    }

    [Theory]
    [InlineData(2026, 11, 21, "Trích lục khai tử")]
    [InlineData(2027, 2, 28, "Trích lục khai tử")]
    [InlineData(2027, 3, 1, "Giấy chứng tử")]
    public void PaperTitle_FollowsTheDay(int year, int month, int day, string title) =>
        Assert.Equal(title, Rules.On(new DateOnly(year, month, day)).PaperTitle);

    private static DeathEntry In(DeathEntryState state)
    {
        var entry = new DeathEntry
        {
            Id = Guid.NewGuid(), UnitCode = "00082", Year = 2026, RegisteredOn = new DateOnly(2026, 11, 21),
            OfficeUnit = "Phường Cửa Nam", OfficeProvince = "Thành phố Hà Nội", DeceasedId = Guid.NewGuid(),
            Deceased = new PersonOnPaper("Trần Văn Mẫu", 1940, "Kinh", "Việt Nam", "Phường Cửa Nam, Thành phố Hà Nội"),
            DeceasedNumber = "001040000001", DeceasedSex = Sex.Male, DeceasedNameFolded = "tran van mau",
            DiedOn = new DateOnly(2026, 11, 20), DiedPrecision = DatePrecision.Day, DiedTime = null, DeathPlace = "Tại nhà",
            DeathCause = "Bệnh già", NoticeNumber = null, RequesterId = Guid.NewGuid(), RequesterName = "Trần Thị Con",
            RequesterRelation = "Con", DossierId = Guid.NewGuid(), DossierCode = "H26", ProcedureCode = "1.000656",
            EffectRequestId = Guid.NewGuid(), PendingRequestId = Guid.NewGuid(), PublicToken = "AAECAwQFBgcICQoLDA0ODw",
        };
        entry.PlaceAt(1, 1);
        if (state is not DeathEntryState.Written)
            Sign(entry);
        if (state is DeathEntryState.Revoked)
            Actions[DeathEntryAction.Revoke](entry);
        return entry;
    }

    private static void Sign(DeathEntry entry) =>
        entry.Sign(Guid.NewGuid(), Rules.On(entry.RegisteredOn), Guid.NewGuid(), "Trần Văn Hòa", TestEntries.SignedAt);
}
