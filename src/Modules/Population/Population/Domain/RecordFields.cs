namespace Project06.Population.Domain;

/// <summary>Whose word counts for a field.</summary>
internal enum FieldOwner
{
    /// <summary>This database: corrected here.</summary>
    Population,
    /// <summary>The birth register, where it holds the person's entry; otherwise corrected here, with evidence.</summary>
    BirthEntry,
    /// <summary>The civil-status register, always.</summary>
    CivilStatus,
    /// <summary>Nobody changes it.</summary>
    Never,
}

/// <summary>One field of the record: where it is corrected.</summary>
/// <param name="Code">As folders and pages name it.</param>
/// <param name="Property">Property of <see cref="PersonRecord"/>.</param>
/// <param name="Kind">What its value is: name, date, place, ethnicity, phone, email; <c>none</c> where it can't be corrected here.</param>
/// <param name="TextVi">Name in Vietnamese.</param>
/// <param name="TextEn">Name in English.</param>
/// <param name="Owner">Whose word counts.</param>
/// <param name="ElsewhereProcedure">Procedure that changes it where this database doesn't; empty: none.</param>
/// <param name="ElsewhereVi">What to do then, in Vietnamese.</param>
/// <param name="ElsewhereEn">The same in English.</param>
internal sealed record RecordField(
    string Code, string Property, string Kind, string TextVi, string TextEn, FieldOwner Owner, string ElsewhereProcedure,
    string ElsewhereVi, string ElsewhereEn)
{
    /// <summary>Whether the field of this person is corrected here (procedure 1.012564).</summary>
    public bool IsCorrectedHere(PersonRecord person, bool hasEntry) => Kind != "none" && Owner switch
    {
        FieldOwner.Population => true,
        FieldOwner.BirthEntry => !hasEntry,
        _ => false,
    };
}

/// <summary>The fields, from <c>data/population/record_fields.csv</c>.</summary>
internal sealed class RecordFields(IReadOnlyList<RecordField> rows)
{
    public RecordField? Find(string? code) => rows.FirstOrDefault(r => r.Code == code);

    public RecordField? OfProperty(string property) => rows.FirstOrDefault(r => r.Property == property);

    public static RecordFields Read(string path) => new(CsvRows.Read(path, row => new RecordField(
        row["field"], row["property"], row["kind"], row["text_vi"], row["text_en"], row["owner"] switch
        {
            "population" => FieldOwner.Population,
            "birth-entry" => FieldOwner.BirthEntry,
            "civil-status" => FieldOwner.CivilStatus,
            "never" => FieldOwner.Never,
            var other => throw new FormatException($"'{other}' owns nothing."),
        },
        row["elsewhere_procedure"], row["elsewhere_vi"], row["elsewhere_en"])));
}
