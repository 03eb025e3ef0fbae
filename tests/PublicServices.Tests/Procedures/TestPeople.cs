using System.Text.Json.Nodes;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>A family that lives in books only.</summary>
internal sealed class TestPeople
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    private const string EthnicGroup = CodeSystems.EthnicGroup;

    public Person Mother { get; private set; }
    public Person Father { get; private set; }

    public TestPeople(bool married = true, string fatherEthnic = "02", string fatherUnit = "00070")
    {
        Mother = Make("Hoàng", "Thị", "Lan", Sex.Female, new(1996, 4, 2), "01", "00070", "Phường Cửa Nam, Thành phố Hà Nội");
        Father = Make("Nguyễn", "Đức", "Minh", Sex.Male, new(1994, 7, 9), fatherEthnic, fatherUnit, "Xã Gio Linh, Tỉnh Quảng Trị");
        if (!married)
            return;
        Mother = Mother with { MaritalStatus = MaritalStatus.Married, Marriage = new(Father.PersonId, new(2023, 2, 14), "12/2023") };
        Father = Father with { MaritalStatus = MaritalStatus.Married, Marriage = new(Mother.PersonId, new(2023, 2, 14), "12/2023") };
    }

    /// <summary>The book as it is for a requester: everybody known here, and the children given.</summary>
    public PeopleBook For(Person requester, params Person[] children) => new(requester, [Mother, Father], children, Today);

    public static Person Make(string surname, string middle, string given, Sex sex, DateOnly born, string ethnic, string unit, string native) =>
        new(Guid.CreateVersion7(), "001196000001", surname, middle, given, sex, born, DatePrecision.Day, ethnic, "VN", native,
            unit, "12 Hàng Bông", MaritalStatus.Single, null, null, true);

    /// <summary>Builds the form of a real procedure.</summary>
    public static FormState Form(string code, PeopleBook people, JsonObject? answers = null)
    {
        var reference = new ReferenceBook();
        reference.Replace(new ReferenceSnapshot("test", new ReferenceRows(
            [Unit("00070", "Cửa Nam"), Unit("00071", "Ba Đình")], [], [], [], [], [],
            [Code("01", "Kinh"), Code("02", "Tày"), Code("03", "Thái")])));
        return new FormBuilder(reference).Build(TestFolders.Book.Get(code, 1), answers ?? [], people);
    }

    private static Unit Unit(string code, string name) => new(
        code, name, name, $"Phường {name}", $"{name} Ward", UnitLevel.Commune, UnitType.Ward, "01", "01", null, null, null);

    private static CodeEntry Code(string code, string name) => new(EthnicGroup, code, name, name, int.Parse(code), null, null, "", true);
}
