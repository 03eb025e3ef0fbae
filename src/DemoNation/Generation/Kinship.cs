namespace Project06.DemoNation.Generation;

/// <summary>Kin beyond the household: late spouses, parents who live elsewhere in the same commune, dead parents.</summary>
internal sealed partial class Kinship(DemoNationOptions options, List<House> houses)
{
    private const int Year = 365;

    // Numbers have no digit for a birth before 1900; husbands are up to seven years older.
    private static readonly int Oldest = new DateOnly(1908, 1, 1).DayNumber;

    private readonly Rng rng = new(options.Seed, 5);
    private readonly int today = options.Day.DayNumber;

    public List<Draft> Dead { get; } = [];

    public void Link()
    {
        foreach (var house in houses)
        {
            foreach (var member in house.Members)
            {
                if (member.Marital == DemoMaritalStatus.Widowed)
                {
                    AddLateSpouse(member);
                }
            }
        }

        foreach (var house in houses.Where(h => h.Kind == HouseKind.LoneParent && h.Commune.Full))
        {
            AddFormerSpouse(house.Nuclei[0]);
        }

        LinkElsewhere();
        foreach (var house in houses)
        {
            LinkSibling(house);
            foreach (var member in house.Members)
            {
                if (today - member.Birth > 40 * Year && Parentless(member) && rng.Chance(house.Commune.Full ? 0.3 : 0.05))
                {
                    AddDeadParents([member]);
                }
            }
        }
    }

    private static bool Parentless(Draft person) => person.Mother is null && person.Father is null && !person.NameFixed;

    private void AddLateSpouse(Draft person)
    {
        var man = person.Sex == DemoSex.Male;

        // Where the two can be born at all, given the children; then where couples mostly are.
        var low = man ? person.Birth - Year : person.Birth - (8 * Year);
        var high = Math.Min(man ? person.Birth + (7 * Year) : person.Birth + Year, today - (24 * Year));
        foreach (var child in person.Children)
        {
            low = Math.Max(low, child.Birth - ((man ? 45 : 64) * Year));
            high = Math.Min(high, child.Birth - ((man ? 18 : 19) * Year));
        }

        var spouse = NewDead(person, man ? DemoSex.Female : DemoSex.Male, low <= high ? rng.Between(low, high) : high);
        spouse.Marital = DemoMaritalStatus.Married;
        (spouse.Spouse, person.Spouse) = (person, spouse);
        var (wife, husband) = man ? (spouse, person) : (person, spouse);
        foreach (var child in person.Children)
        {
            if (ElderMatch.CanBeParents(wife, husband, child.Birth))
            {
                spouse.AddChild(child);
            }
        }

        var married = MarriageRegister.PickDay(husband, wife, today - 400, rng);
        spouse.Married = person.Married = married;
        var earliest = Math.Max(married + 90, Youngest(spouse) + 30);
        var latest = Math.Min(today - 20, spouse.Birth + (97 * Year));
        earliest = Math.Max(earliest, latest - (22 * Year));
        spouse.Died = Math.Min(today - 1, earliest < latest ? rng.Between(earliest, latest) : earliest);
    }

    private static int Youngest(Draft person)
    {
        var youngest = 0;
        foreach (var child in person.Children)
        {
            youngest = Math.Max(youngest, child.Birth);
        }

        return youngest;
    }

    /// <summary>Of divorced parents alone, some live in the same commune as the other one.</summary>
    private void AddFormerSpouse(Nucleus nucleus)
    {
        var parent = nucleus.Main;
        if (parent.Marital != DemoMaritalStatus.Divorced)
        {
            return;
        }

        var former = houses.FirstOrDefault(h => h.Kind == HouseKind.Single
            && ReferenceEquals(h.Commune, nucleus.House.Commune)
            && h.Other is { Marital: DemoMaritalStatus.Divorced, Children.Count: 0, NameFixed: false } other
            && other.Sex != parent.Sex
            && Math.Abs(other.Birth - parent.Birth) < 10 * Year
            && parent.Children.TrueForAll(c => parent.Sex == DemoSex.Male
                ? ElderMatch.CanBeParents(other, parent, c.Birth)
                : ElderMatch.CanBeParents(parent, other, c.Birth)))?.Other;
        foreach (var child in parent.Children)
        {
            former?.AddChild(child);
        }
    }

    private void LinkSibling(House house)
    {
        if (house.Kind != HouseKind.CoupleWithSibling || house.Other!.Relation is not (DemoRelation.Sibling or DemoRelation.SiblingInLaw))
        {
            return;
        }

        var (brother, other) = (house.Nuclei[0].Husband!, house.Other);
        if (brother.Father is { } father && brother.Mother is { } mother)
        {
            other.SurnameFrom = father;
            if (Parentless(other) && ElderMatch.CanBeParents(mother, father, other.Birth)
                && mother.Children.TrueForAll(c => Math.Abs(c.Birth - other.Birth) > 300))
            {
                mother.AddChild(other);
                father.AddChild(other);
            }
        }
        else if (Parentless(brother) && Parentless(other) && Math.Abs(brother.Birth - other.Birth) > 300
            && today - Math.Max(brother.Birth, other.Birth) > 30 * Year && rng.Chance(0.8))
        {
            AddDeadParents([brother, other]);
        }
        else
        {
            var (elder, younger) = brother.Birth <= other.Birth ? (brother, other) : (other, brother);
            younger.SurnameFrom = elder;
        }
    }

    private void AddDeadParents(List<Draft> children)
    {
        var (eldest, youngest) = (children.Min(c => c.Birth), children.Max(c => c.Birth));
        var born = rng.Between(youngest - Math.Max(34 * Year, youngest - eldest + (20 * Year)), eldest - (19 * Year));
        if (born < Oldest)
        {
            return;
        }

        var mother = NewDead(children[0], DemoSex.Female, born);
        var father = NewDead(children[0], DemoSex.Male, mother.Birth - rng.Between(0, 7 * Year));
        (mother.Spouse, father.Spouse) = (father, mother);
        foreach (var parent in new[] { mother, father })
        {
            foreach (var child in children)
            {
                parent.AddChild(child);
            }

            var age = rng.Between(52, 94) * Year;
            parent.Died = Math.Min(today - rng.Between(20, 900), parent.Birth + age);
            parent.Died = Math.Max(parent.Died, Youngest(parent) + 30);
        }

        // Whoever outlived the other died widowed.
        mother.Marital = mother.Died > father.Died ? DemoMaritalStatus.Widowed : DemoMaritalStatus.Married;
        father.Marital = father.Died > mother.Died ? DemoMaritalStatus.Widowed : DemoMaritalStatus.Married;
    }

    private Draft NewDead(Draft relative, DemoSex sex, int birth)
    {
        var dead = new Draft
        {
            Index = -1,
            Sex = sex,
            Group = 17,
            Birth = birth,
            Ethnic = relative.Ethnic,
            Religion = relative.Religion,
            Commune = relative.Commune,
            Address = relative.Address,
        };
        Dead.Add(dead);
        return dead;
    }
}
