using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>One connection pool per database role, made at first use.</summary>
public sealed class ModuleDataSources(IOptions<DatabaseOptions> options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<NpgsqlDataSource>> _sources = new();

    /// <summary>The pool of a module's role.</summary>
    public NpgsqlDataSource Of(ModuleDescriptor module) => OfRole(module.Role);

    /// <summary>The pool of a role by name.</summary>
    public NpgsqlDataSource OfRole(string role) => _sources.GetOrAdd(role, static (r, o) => new(() =>
        new NpgsqlDataSourceBuilder(o.ConnectionStringFor(r)) { Name = r }.Build()), options.Value).Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
            await source.Value.DisposeAsync();
    }
}
