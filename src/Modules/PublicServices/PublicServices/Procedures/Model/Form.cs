namespace Project06.PublicServices.Procedures;

/// <summary>The closed set of field types.</summary>
internal enum FieldType { Text, Name, Date, Choice, YesNo, Number, Unit, Address, Person, File, LongText, Phone }

/// <summary>One question; mostly one field.</summary>
internal sealed record FormPage(string Id, IReadOnlyList<Field> Fields, Condition? When, Words Title, Words? Lead);

internal sealed record Field
{
    public required string Id { get; init; }
    public required FieldType Type { get; init; }
    public required Words Label { get; init; }
    public Words? Hint { get; init; }

    /// <summary>What is said when the answer is missing, instead of the general sentence.</summary>
    public Words? Missing { get; init; }

    /// <summary>Whether an answer is needed while the field is visible.</summary>
    public required Condition Required { get; init; }

    /// <summary>When the field belongs to the form; null: always (on its page).</summary>
    public Condition? When { get; init; }

    /// <summary>Where its value is known from; the first source whose condition holds and that knows it, wins.</summary>
    public IReadOnlyList<Prefill> Prefill { get; init; } = [];

    /// <summary>Sources that offer values: all the same is known and isn't asked, different ones are chosen from.</summary>
    public IReadOnlyList<Prefill> OptionsFrom { get; init; } = [];

    /// <summary>Options written in the folder.</summary>
    public IReadOnlyList<FieldChoice> Options { get; init; } = [];

    /// <summary>The code table the options come from, one of <c>CodeSystems</c>; also gives texts to codes from sources.</summary>
    public string? Codes { get; init; }

    public int MaxLength { get; init; } = 200;

    /// <summary>Characters a text must have: <c>#</c> a digit, <c>@</c> a letter, <c>*</c> either, others as they stand.</summary>
    public string? Mask { get; init; }

    /// <summary>For dates: not after today.</summary>
    public bool NotAfterToday { get; init; }

    /// <summary>For dates: not before today.</summary>
    public bool NotBeforeToday { get; init; }

    /// <summary>For dates: not before the date in this field.</summary>
    public string? NotBeforeField { get; init; }

    /// <summary>For numbers.</summary>
    public int? Min { get; init; }

    /// <summary>For numbers.</summary>
    public int? Max { get; init; }

    /// <summary>For files: most files, and the largest size of one.</summary>
    public int MaxFiles { get; init; } = 1;

    public int MaxMegabytes { get; init; } = 10;

    /// <summary>How it is drawn where its type leaves a choice.</summary>
    public FieldWidget Widget { get; init; }

    /// <summary>HTML autocomplete token, if one fits.</summary>
    public string? Autocomplete { get; init; }
}

internal enum FieldWidget { Default, Radio, Select }

/// <param name="When">When it may be chosen; null: always.</param>
/// <param name="Text">Null where the text comes from a code table or is the value itself.</param>
internal sealed record FieldChoice(string Value, Words? Text, Words? Hint = null, Condition? When = null);

internal sealed record Prefill(PrefillSource Source, Condition? When);
