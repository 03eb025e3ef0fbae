namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>One page to look at.</summary>
/// <param name="Name">Short name, for pictures and messages.</param>
/// <param name="Route">The route it stands for, as the host knows it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Prepare">What is done there before looking, such as sending the form empty.</param>
internal sealed record Stop(string Name, string Route, string Address, Func<Visitor, Task>? Prepare = null)
{
    /// <summary>A paper's language is Vietnamese whatever the reader's.</summary>
    public bool AlwaysVietnamese { get; init; }

    /// <summary>Shows photographs people sent, which weigh what they weigh.</summary>
    public bool HasPhotographs { get; init; }

    /// <summary>The status it answers with.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The same page after its form was sent with nothing filled in.</summary>
    public Stop SentEmpty() => this with { Name = Name + "-refused", Prepare = visitor => visitor.PressMainAsync() };
}

/// <summary>Pages of one person's round.</summary>
/// <param name="Account">Who; null for a stranger.</param>
/// <param name="Stops">What they see.</param>
internal sealed record Round(string? Account, IReadOnlyList<Stop> Stops);
