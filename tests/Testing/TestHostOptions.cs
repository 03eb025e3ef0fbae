using Microsoft.Extensions.DependencyInjection;

namespace Project06.Testing;

/// <summary>What one host of a test does differently.</summary>
public sealed class TestHostOptions
{
    /// <summary>Its clock; hosts that share a database usually share one.</summary>
    public TestClock Clock { get; init; } = new();

    /// <summary>Configuration on top, such as <c>Outbox:Enabled</c>.</summary>
    public Dictionary<string, string?> Settings { get; init; } = [];

    /// <summary>Services on top.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Serve on a free port of 127.0.0.1, for browsers and other programs.</summary>
    public bool OnPort { get; init; }

    /// <summary>Deliver events and run jobs in the background, as in production.</summary>
    public bool Background { get; init; }
}
