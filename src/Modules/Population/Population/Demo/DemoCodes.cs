using Project06.DemoNation;
using Project06.Population.Contracts;
using Project06.Population.Domain;

namespace Project06.Population.Demo;

/// <summary>The sample nation's codes as this module stores them.</summary>
internal static class DemoCodes
{
    public static string Of(DemoSex sex) => sex == DemoSex.Male ? nameof(Sex.Male) : nameof(Sex.Female);

    public static string Of(DemoDatePrecision precision) => precision switch
    {
        DemoDatePrecision.Day => nameof(DatePrecision.Day),
        DemoDatePrecision.Month => nameof(DatePrecision.Month),
        _ => nameof(DatePrecision.Year),
    };

    public static string Of(DemoMaritalStatus status) => status switch
    {
        DemoMaritalStatus.NeverMarried => nameof(MaritalStatus.Single),
        DemoMaritalStatus.Widowed => nameof(MaritalStatus.Widowed),
        DemoMaritalStatus.Divorced => nameof(MaritalStatus.Divorced),
        // The separated live apart; in law they are married.
        _ => nameof(MaritalStatus.Married),
    };

    public static string Of(DemoRelation relation) => relation switch
    {
        DemoRelation.Head => nameof(HouseholdRelation.Head),
        DemoRelation.Spouse => nameof(HouseholdRelation.Spouse),
        DemoRelation.Child => nameof(HouseholdRelation.Child),
        DemoRelation.ChildInLaw => nameof(HouseholdRelation.ChildInLaw),
        DemoRelation.Grandchild => nameof(HouseholdRelation.Grandchild),
        DemoRelation.Parent => nameof(HouseholdRelation.Parent),
        DemoRelation.ParentInLaw => nameof(HouseholdRelation.ParentInLaw),
        DemoRelation.Sibling => nameof(HouseholdRelation.Sibling),
        DemoRelation.SiblingInLaw => nameof(HouseholdRelation.SiblingInLaw),
        DemoRelation.NieceOrNephew => nameof(HouseholdRelation.NieceOrNephew),
        _ => nameof(HouseholdRelation.Other),
    };
}
