using Project06.CivilStatus.Contracts;

namespace Project06.CivilStatus.Paper;

/// <summary>What papers call the parts of an entry.</summary>
internal static class FieldNames
{
    public static string Of(string field) => field switch
    {
        AmendedFields.Surname => "Họ",
        AmendedFields.MiddleName => "Chữ đệm",
        AmendedFields.GivenName => "Tên",
        AmendedFields.BirthDate => "Ngày, tháng, năm sinh",
        AmendedFields.Sex => "Giới tính",
        AmendedFields.BirthPlace => "Nơi sinh",
        AmendedFields.NativePlace => "Quê quán",
        AmendedFields.Ethnicity => "Dân tộc",
        AmendedFields.Nationality => "Quốc tịch",
        _ => field,
    };

    /// <summary>Words of a value; a dash for what isn't there.</summary>
    public static string Words(string words) => words.Length > 0 ? words : "–";
}
