using Project06.BuildingBlocks.Events;

namespace Project06.CivilStatus.Contracts;

/// <summary>
/// A signed note stands beside a birth entry: something was changed, corrected or added (Law 60/2014 art. 26–29). The
/// register keeps its first words; <see cref="FindBirthEntry"/> answers with the words as they are now. Whoever keeps
/// one of the named fields takes it over from there.
/// </summary>
/// <param name="BirthEntryId">The entry.</param>
/// <param name="AmendmentId">The note.</param>
/// <param name="ChildId">Whose entry it is.</param>
/// <param name="UnitCode">The commune that decided.</param>
/// <param name="Fields">What differs now, see <see cref="AmendedFields"/>.</param>
[Event("civil-status.birth-entry-amended")]
public sealed record BirthEntryAmended(
    Guid BirthEntryId, Guid AmendmentId, Guid ChildId, string UnitCode, IReadOnlyList<string> Fields) : IEvent
{
    /// <inheritdoc/>
    public string Subject => $"birth-entry:{BirthEntryId}";
}

/// <summary>Parts of a birth entry that can be changed, corrected or added.</summary>
public static class AmendedFields
{
    /// <summary>Họ.</summary>
    public const string Surname = "surname";
    /// <summary>Chữ đệm.</summary>
    public const string MiddleName = "middle-name";
    /// <summary>Tên.</summary>
    public const string GivenName = "given-name";
    /// <summary>Ngày, tháng, năm sinh.</summary>
    public const string BirthDate = "birth-date";
    /// <summary>Giới tính.</summary>
    public const string Sex = "sex";
    /// <summary>Nơi sinh.</summary>
    public const string BirthPlace = "birth-place";
    /// <summary>Quê quán.</summary>
    public const string NativePlace = "native-place";
    /// <summary>Dân tộc.</summary>
    public const string Ethnicity = "ethnicity";
    /// <summary>Quốc tịch.</summary>
    public const string Nationality = "nationality";
}
