using Project06.CivilStatus.Domain;
using Project06.Population.Contracts;

namespace Project06.CivilStatus.Tests;

/// <summary>Entries valid by default; synthetic people.</summary>
internal static class TestEntries
{
    public static readonly DateTimeOffset SignedAt = new(2026, 11, 24, 3, 12, 0, TimeSpan.Zero);

    public static BirthEntry Create(string given = "An", string middle = "Bảo", string surname = "Nguyễn") => new()
    {
        Id = Guid.CreateVersion7(),
        UnitCode = "00082",
        Year = 2026,
        Number = 412,
        Volume = 3,
        RegisteredOn = new DateOnly(2026, 11, 23),
        OfficeUnit = "Phường Cửa Nam",
        OfficeProvince = "Thành phố Hà Nội",
        ChildSurname = surname,
        ChildMiddleName = middle,
        ChildGivenName = given,
        ChildSex = Sex.Female,
        ChildBirthDate = new DateOnly(2026, 11, 18),
        ChildBirthPlace = "Bệnh viện Phụ sản mẫu, Phường Cửa Nam, Thành phố Hà Nội",
        ChildEthnicCode = "12",
        ChildEthnicity = "Ê-đê",
        ChildNationalityCode = "VN",
        ChildNationality = "Việt Nam",
        ChildNativePlace = "Xã Ea Súp, Tỉnh Đắk Lắk",
        ChildNameFolded = BirthEntry.FoldName(surname, middle, given),
        MotherId = Guid.CreateVersion7(),
        FatherId = Guid.CreateVersion7(),
        Mother = new PersonOnPaper("Hoàng Thị Lan", 1996, "Kinh", "Việt Nam", "Số 12, ngõ 3, phố Mẫu, Phường Cửa Nam, Thành phố Hà Nội"),
        Father = new PersonOnPaper("Nguyễn Đức Minh", 1994, "Kinh", "Việt Nam", "Số 12, ngõ 3, phố Mẫu, Phường Cửa Nam, Thành phố Hà Nội"),
        RequesterId = Guid.CreateVersion7(),
        RequesterName = "Hoàng Thị Lan",
        RequesterRelation = "Mẹ",
        BirthNoticeCode = BirthNoticeCode.Parse("01234.GCS.00567.26", null),
        DossierId = Guid.CreateVersion7(),
        DossierCode = "H26.01.14.01-261121-0003",
        ProcedureCode = "1.001193",
        EffectRequestId = Guid.CreateVersion7(),
        PendingRequestId = Guid.CreateVersion7(),
        PublicToken = "AAECAwQFBgcICQoLDA0ODw",
    };

    public static BirthEntry Numbered(this BirthEntry entry)
    {
        entry.RecordNumber(Guid.CreateVersion7(), "001326012345");
        return entry;
    }

    public static BirthEntry Signed(this BirthEntry entry)
    {
        entry.Numbered().Sign(Guid.CreateVersion7(), Guid.CreateVersion7(), "Trần Văn Hòa", SignedAt);
        return entry;
    }

    public static BirthEntry Revoked(this BirthEntry entry)
    {
        entry.Signed().Revoke(Guid.CreateVersion7(), "Đăng ký nhầm ngày sinh của trẻ", SignedAt.AddDays(1));
        return entry;
    }

    public static BirthEntry In(BirthEntryState state)
    {
        var entry = Create();
        switch (state)
        {
            case BirthEntryState.ReviewPending: entry.AskReview(Guid.CreateVersion7()); break;
            case BirthEntryState.Numbered: entry.Numbered(); break;
            case BirthEntryState.Signed: entry.Signed(); break;
            case BirthEntryState.Revoked: entry.Revoked(); break;
        }
        return entry;
    }
}
