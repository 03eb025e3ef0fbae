using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Project06.Host.Data;

/// <summary>Data-protection keys in the database.</summary>
internal sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        return [.. db.DataProtectionKeys.AsNoTracking().AsEnumerable().Select(k => XElement.Parse(k.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var xml = element.ToString(SaveOptions.DisableFormatting);
        scope.ServiceProvider.GetRequiredService<HostDbContext>().Database.ExecuteSql(
            $"INSERT INTO host.data_protection_keys (friendly_name, xml) VALUES ({friendlyName}, {xml}) ON CONFLICT DO NOTHING");
    }

    internal sealed class Configure(IServiceScopeFactory scopes) : IConfigureOptions<KeyManagementOptions>
    {
        void IConfigureOptions<KeyManagementOptions>.Configure(KeyManagementOptions options) =>
            options.XmlRepository = new DatabaseKeyRepository(scopes);
    }
}
