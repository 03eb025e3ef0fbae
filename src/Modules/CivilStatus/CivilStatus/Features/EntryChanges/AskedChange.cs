using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;
using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>What somebody asks to have written beside an entry, as kind and fields; the same for the check and the effect.</summary>
internal sealed record AskedChange(ChangeKind Kind, IReadOnlyList<AmendedField> Fields)
{
    public const string NothingDiffers = "nothing-differs", NotMissing = "content-not-missing", IsMissing = "content-missing",
        NotChangeable = "field-not-changeable";

    /// <summary>A person's new fact can be their name or ethnicity; all else that differs is an error or missing (unverified).</summary>
    private static readonly string[] Changeable =
        [AmendedFields.Surname, AmendedFields.MiddleName, AmendedFields.GivenName, AmendedFields.Ethnicity, AmendedFields.Nationality];

    public static ChangeKind? KindOf(string? kind) => kind switch
    {
        "change" => ChangeKind.Change,
        "correction" => ChangeKind.Correction,
        "supplement" => ChangeKind.Supplement,
        _ => null,
    };

    /// <summary>The parts of an entry that a choice of the form stands for.</summary>
    public static IReadOnlyList<string> PartsOf(string? field) => field switch
    {
        "name" => [AmendedFields.Surname, AmendedFields.MiddleName, AmendedFields.GivenName],
        null => [],
        _ => [field],
    };

    public static AskedChange Of(AmendBirthEntry asked, BirthWords now, PaperWords words) => new(
        KindOf(asked.Kind) ?? throw new ArgumentException($"'{asked.Kind}' is no kind of change.", nameof(asked)),
        [
            .. PartsOf(asked.Field).Select(part => (Part: part, Old: now.ValueOf(part), New: NewValue(asked, part)))
                .Where(p => p.New is not null && p.New != p.Old)
                .Select(p => new AmendedField(p.Part, p.Old, Words(words, p.Part, p.Old), p.New!, Words(words, p.Part, p.New!))),
        ]);

    /// <summary>Why it can't be written, as a reason code; null when it can.</summary>
    public string? Problem => this switch
    {
        { Fields.Count: 0 } => NothingDiffers,
        { Kind: ChangeKind.Supplement } when Fields.Any(f => f.OldValue.Length > 0) => NotMissing,
        { Kind: ChangeKind.Correction } when Fields.All(f => f.OldValue.Length == 0) => IsMissing,
        { Kind: ChangeKind.Change } when Fields.Any(f => !Changeable.Contains(f.Field)) => NotChangeable,
        _ => null,
    };

    private static string? NewValue(AmendBirthEntry asked, string part) => part switch
    {
        AmendedFields.Surname => VietnameseText.Clean(asked.Surname),
        // A middle name may be taken away; the others are never empty.
        AmendedFields.MiddleName => VietnameseText.Clean(asked.MiddleName) ?? "",
        AmendedFields.GivenName => VietnameseText.Clean(asked.GivenName),
        AmendedFields.BirthDate => asked.BirthDate is { } date ? FieldValues.DateCode(date) : null,
        AmendedFields.Sex => asked.Sex,
        AmendedFields.BirthPlace => VietnameseText.Clean(asked.BirthPlace),
        AmendedFields.NativePlace => VietnameseText.Clean(asked.NativePlace),
        AmendedFields.Ethnicity => asked.Ethnicity,
        AmendedFields.Nationality => asked.Nationality,
        _ => null,
    };

    /// <summary>A value in the words of papers.</summary>
    public static string Words(PaperWords words, string part, string value) => part switch
    {
        _ when value.Length == 0 => "",
        AmendedFields.BirthDate => FieldValues.DateOf(value).Written(),
        AmendedFields.Sex => CertificatePaper.SexName(FieldValues.SexOf(value)),
        AmendedFields.Ethnicity => words.Ethnicity(value),
        AmendedFields.Nationality => words.Nationality(value),
        _ => value,
    };
}
