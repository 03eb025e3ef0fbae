namespace Project06.DemoNation.Generation;

/// <summary>A person while the nation is being made; days are day numbers.</summary>
internal sealed class Draft
{
    public required int Index { get; set; }

    public required DemoSex Sex { get; init; }

    /// <summary>Five-year age group, 0 … 17.</summary>
    public required int Group { get; init; }

    public DemoMaritalStatus Marital { get; set; }

    public int Birth { get; set; }

    public DemoDatePrecision Precision { get; set; }

    public Draft? Mother { get; set; }

    public Draft? Father { get; set; }

    public Draft? Spouse { get; set; }

    /// <summary>An older relative whose surname this person has.</summary>
    public Draft? SurnameFrom { get; set; }

    public int Married { get; set; }

    public string? EntryNo { get; set; }

    public int Died { get; set; }

    public House? House { get; set; }

    public DemoRelation Relation { get; set; } = DemoRelation.Other;

    public List<Draft> Children { get; } = [];

    public int Ethnic { get; set; }

    public string? Religion { get; set; }

    public Place Commune { get; set; } = null!;

    public Place? Native { get; set; }

    public string Address { get; set; } = string.Empty;

    public string OldProvince { get; set; } = string.Empty;

    public FullName Name { get; set; }

    public bool NameFixed { get; set; }

    public string Number { get; set; } = string.Empty;

    public string? Email { get; set; }

    public Guid Id { get; set; }

    public void AddChild(Draft child)
    {
        Children.Add(child);
        if (Sex == DemoSex.Female)
        {
            child.Mother = this;
        }
        else
        {
            child.Father = this;
        }
    }

    public bool IsChildOf(Draft other) => ReferenceEquals(Mother, other) || ReferenceEquals(Father, other);
}

internal readonly record struct FullName(string Surname, string Middle, string Given)
{
    public bool IsSet => Given is { Length: > 0 };

    public override string ToString() => string.Join(' ', new[] { Surname, Middle, Given }.Where(part => part.Length > 0));
}

/// <summary>A couple, or a parent alone, with the children who live with them.</summary>
internal sealed class Nucleus
{
    public required House House { get; init; }

    public required int Room { get; init; }

    public Draft? Husband { get; set; }

    public Draft? Wife { get; set; }

    public List<Draft> Children { get; } = [];

    public bool Couple { get; init; }

    /// <summary>Head of the nucleus: the husband, or whoever is there.</summary>
    public Draft Main => Husband ?? Wife!;

    /// <summary>Birth day of the mother, or of one who would fit a father alone.</summary>
    public int MotherBirth => Wife?.Birth ?? Husband!.Birth + (3 * 365);
}

internal enum HouseKind
{
    Single,
    Couple,
    LoneParent,
    CoupleWithElder,
    CoupleWithSibling,
    CoupleWithElderCouple,
    TwoCouplesWithElderCouple,
}

internal sealed class House
{
    public required int Index { get; set; }

    public required HouseKind Kind { get; init; }

    public required int Size { get; init; }

    public List<Nucleus> Nuclei { get; } = [];

    public Draft? ElderMan { get; set; }

    public Draft? ElderWoman { get; set; }

    /// <summary>The person of a one-person household, or a sibling who lives with a couple.</summary>
    public Draft? Other { get; set; }

    public List<Draft> Members { get; } = [];

    public Draft Head { get; set; } = null!;

    public Place Commune { get; set; } = null!;

    public string? ForcedCommune { get; set; }

    public int Ethnic { get; set; } = -1;

    public string Address { get; set; } = string.Empty;

    public Guid Id { get; set; }
}

/// <summary>A commune of today.</summary>
internal sealed class Place
{
    public required int Index { get; init; }

    public required string Code { get; init; }

    public required string ProvinceCode { get; init; }

    /// <summary>"Phường Cửa Nam, Thành phố Hà Nội".</summary>
    public required string Text { get; init; }

    public required bool Urban { get; init; }

    public required double Weight { get; set; }

    /// <summary>Old provinces of the old communes in it, one entry a row of the conversion table.</summary>
    public List<string> OldProvinces { get; } = [];

    public string MainOldProvince { get; set; } = string.Empty;

    public bool Full { get; set; }
}
