using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>Table and column names as PostgreSQL writes them.</summary>
internal static class SnakeCase
{
    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && !entity.IsMappedToJson())
                entity.SetTableName(Name(table));
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Name(property.GetColumnName()));
        }
    }

    public static string Name(string clrName)
    {
        var name = new StringBuilder(clrName.Length + 8);
        for (var i = 0; i < clrName.Length; i++)
        {
            if (char.IsUpper(clrName[i]) && i > 0 && (!char.IsUpper(clrName[i - 1]) || (i + 1 < clrName.Length && char.IsLower(clrName[i + 1]))))
                name.Append('_');
            name.Append(char.ToLowerInvariant(clrName[i]));
        }
        return name.ToString().Replace("__", "_", StringComparison.Ordinal);
    }
}

/// <summary>timestamptz takes UTC only; instants keep their meaning, the offset is a matter of display.</summary>
internal sealed class UtcInstantConverter()
    : ValueConverter<DateTimeOffset, DateTimeOffset>(i => i.ToUniversalTime(), i => i);
