using Project06.EIdentification.Contracts;

namespace Project06.Journey.Tests.Ground;

/// <summary>A married woman of the ward whom no other test knows: tests share a database, never a family.</summary>
internal static class Family
{
    private static int _next;

    public static string NextMother() => $"neighbour-{Interlocked.Increment(ref _next):00}";

    private static int _notice = 70000;

    /// <summary>A birth notice's code that was never used.</summary>
    public static string NextNotice() => $"01234.GCS.{Interlocked.Increment(ref _notice)}.26";
}

/// <summary>What a registration of a birth is told.</summary>
internal sealed record Child(string GivenName, DateOnly BornOn, string? Notice = null)
{
    public string Notice { get; init; } = Notice ?? Family.NextNotice();
    public string MiddleName { get; init; } = "Thử Nghiệm";
    public string Relation { get; init; } = "mother";
    public string? FatherNumber { get; init; }

    /// <summary>His name, which must go with the number.</summary>
    public string FatherName { get; init; } = "";

    /// <summary>Head of the household that the child joins; null: the parents' own.</summary>
    public DemoAccount? Head { get; init; }

    public byte[] Photo { get; init; } = TestPapers.Jpeg;
    public string PhotoName { get; init; } = "giay-chung-sinh.jpg";
}
