using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Architecture.Tests.Database;

/// <summary>A database built from the SQL files alone, held against what the code maps.</summary>
public sealed class SchemaTests(EmptyGround ground) : IClassFixture<EmptyGround>
{
    [Fact]
    public async Task Entities_CanAllBeSelected()
    {
        foreach (var (context, entity) in Mapped())
        {
            var columns = string.Join(", ", Columns(entity).Select(c => $"\"{c.Column}\""));
            await using var command = ground.Database.OfRole("p06_" + entity.GetSchema())
                .CreateCommand($"SELECT {columns} FROM {entity.GetSchema()}.\"{entity.GetTableName()}\" LIMIT 1");
            var failure = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync());

            Assert.True(failure is null, $"{context}.{entity.DisplayName()}: {failure?.Message}");
        }
    }

    [Fact]
    public async Task Columns_AreAsNullableAsTheModel()
    {
        var wrong = new List<string>();
        foreach (var (_, entity) in Mapped())
        {
            foreach (var (property, column) in Columns(entity))
            {
                var nullable = await ground.Database.QueryAsync<string>("""
                    SELECT is_nullable FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2 AND column_name = $3
                    """, entity.GetSchema()!, entity.GetTableName()!, column);
                var model = property.IsColumnNullable(Table(entity)) ? "YES" : "NO";
                if (nullable.SingleOrDefault() != model)
                    wrong.Add($"{entity.GetSchema()}.{entity.GetTableName()}.{column}: table {nullable.SingleOrDefault() ?? "has none"}, model {model}");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task Columns_HaveTheModelsTypes()
    {
        var wrong = new List<string>();
        foreach (var (_, entity) in Mapped())
        {
            foreach (var (property, column) in Columns(entity))
            {
                var type = await ground.Database.QueryAsync<string>("""
                    SELECT format_type(a.atttypid, NULL) FROM pg_attribute a
                    WHERE a.attrelid = ($1 || '.' || quote_ident($2))::regclass AND a.attname = $3
                    """, entity.GetSchema()!, entity.GetTableName()!, column);
                var model = property.GetColumnType(Table(entity))!.Split('(')[0];
                if (type.SingleOrDefault() != model)
                    wrong.Add($"{entity.GetSchema()}.{entity.GetTableName()}.{column}: table {type.SingleOrDefault() ?? "has none"}, model {model}");
            }
        }

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public async Task Rows_OfTheSampleNationCanAllBeRead()
    {
        await using var filled = await TestDatabase.CreateAsync();
        await using var host = new TestHost(filled);
        await using var scope = host.Services.CreateAsyncScope();
        foreach (var module in host.Services.GetServices<ModuleDescriptor>())
        {
            var context = (DbContext)scope.ServiceProvider.GetRequiredService(module.Context);
            foreach (var entity in context.Model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null))
            {
                var read = typeof(SchemaTests).GetMethod(nameof(ReadSomeAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                    .MakeGenericMethod(entity.ClrType);
                var failure = await Record.ExceptionAsync(() => (Task)read.Invoke(null, [context])!);
                Assert.True(failure is null, $"{module.Schema}.{entity.DisplayName()}: {failure}");
            }
        }
    }

    [Fact]
    public async Task Migrating_Again_ChangesNothing()
    {
        await ground.Host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }

    private static async Task ReadSomeAsync<T>(DbContext context) where T : class =>
        await context.Set<T>().AsNoTracking().Take(200).ToListAsync();

    private List<(string Context, IEntityType Entity)> Mapped()
    {
        using var scope = ground.Host.Services.CreateScope();
        var mapped = ground.Host.Services.GetServices<ModuleDescriptor>()
            .SelectMany(m => ((DbContext)scope.ServiceProvider.GetRequiredService(m.Context)).Model.GetEntityTypes()
                .Where(e => e.GetTableName() is not null && !e.IsMappedToJson())
                .Select(e => (m.Context.Name, e)))
            .ToList();
        Assert.True(mapped.Count > 20);
        return mapped;
    }

    private static StoreObjectIdentifier Table(IEntityType entity) => StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());

    // xmin is PostgreSQL's own and has every table.
    private static IEnumerable<(IProperty Property, string Column)> Columns(IEntityType entity) =>
        entity.GetProperties().Select(p => (p, p.GetColumnName(Table(entity))!)).Where(p => p.Item2 is not (null or "xmin"));
}

/// <summary>A host on a database that holds what the migrations make, and reference data.</summary>
public sealed class EmptyGround : IAsyncLifetime
{
    public TestDatabase Database { get; private set; } = null!;

    public TestHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateEmptyAsync();
        Host = new TestHost(Database);
        _ = Host.Services;
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
    }
}
