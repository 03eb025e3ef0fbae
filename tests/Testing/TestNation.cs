using Project06.DemoNation;
using Project06.EIdentification;
using Project06.EIdentification.Contracts;

namespace Project06.Testing;

/// <summary>The small nation every test database holds, and its accounts by short name.</summary>
public static class TestNation
{
    /// <summary>Residents.</summary>
    public const int People = 6_000;

    /// <summary>What it is made from.</summary>
    public const ulong Seed = 6;

    /// <summary>The day it is seen on: the day a <see cref="TestClock"/> begins with.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Lazy<Nation> Made = new(() =>
        Nation.Generate(new DemoNationOptions { People = People, Seed = Seed, Today = Today }, Path.Combine(AppContext.BaseDirectory, "data")));

    private static readonly Lazy<Dictionary<string, DemoAccount>> ByKey = new(() =>
        EIdentificationModule.DemoAccounts(Current).Concat(EIdentificationModule.DemoNeighbours(Current)).ToDictionary(a => a.Key));

    /// <summary>The same people, in memory.</summary>
    public static Nation Current => Made.Value;

    /// <summary>An account: <c>mother</c>, <c>father</c>, <c>clerk</c>, <c>officer</c>, <c>leader</c>, <c>admin</c>,
    /// <c>police</c>, <c>newborn-mother</c>, <c>other-clerk</c>, <c>neighbour-01</c> and so on.</summary>
    public static DemoAccount Account(string key) => ByKey.Value[key];

    /// <summary>Whether a person of the nation has an account.</summary>
    public static bool HasAccount(Guid person) => ByKey.Value.Values.Any(a => a.PersonId == person);
}
