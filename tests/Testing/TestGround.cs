namespace Project06.Testing;

/// <summary>A fixture: one database and one host on it.</summary>
public class TestGround : IAsyncLifetime
{
    /// <summary>Its database.</summary>
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Its host.</summary>
    public TestHost Host { get; private set; } = null!;

    /// <inheritdoc/>
    public virtual async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Host = new TestHost(Database, Options());
        _ = Host.Services;
    }

    /// <inheritdoc/>
    public virtual async Task DisposeAsync()
    {
        if (Host is not null)
            await Host.DisposeAsync();
        if (Database is not null)
            await Database.DisposeAsync();
    }

    /// <summary>How the host is made.</summary>
    protected virtual TestHostOptions Options() => new();
}
