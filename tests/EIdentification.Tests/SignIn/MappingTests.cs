using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.EIdentification.Data;

namespace Project06.EIdentification.Tests.SignIn;

public class MappingTests(SignInHost host) : IClassFixture<SignInHost>
{
    [Fact]
    public async Task EveryColumn_IsThereWithTheMappedNullabilityAndType()
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EIdentificationDbContext>();
        var columns = (await db.Database.SqlQuery<string>($"""
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS "Value"
            FROM information_schema.columns WHERE table_schema = 'e_identification'
            """).ToListAsync()).ToHashSet();

        var missing = db.Model.GetEntityTypes()
            .SelectMany(e => e.GetProperties().Select(p =>
                $"{e.GetTableName()}.{p.GetColumnName()} {p.GetColumnType()} {(p.IsNullable ? "YES" : "NO")}"))
            .Where(c => !columns.Contains(c));

        Assert.Empty(missing);
    }
}
