using System.Security.Cryptography;
using System.Text;

namespace Project06.ReferenceData.Data;

/// <summary>One file of the data folder and the table that it fills. Its header row names the columns.</summary>
internal sealed record DataFile(string Path, string Table);

/// <summary>The files that ship with the product, read into memory and hashed.</summary>
internal sealed class DataFiles
{
    public static readonly IReadOnlyList<DataFile> All =
    [
        new("units/units.csv", "units"),
        new("units/commune_successions.csv", "unit_successions"),
        new("units/identity_number_prefixes.csv", "identity_number_prefixes"),
        new("calendars/sessions.csv", "working_sessions"),
        new("calendars/days.csv", "calendar_days"),
        new("calendars/years.csv", "calendar_years"),
        new("codes/ethnic_groups.csv", "code_entries"),
        new("codes/countries.csv", "code_entries"),
        new("codes/people.csv", "code_entries"),
    ];

    private DataFiles(string hash, IReadOnlyList<(DataFile File, string Text)> contents)
    {
        Hash = hash;
        Contents = contents;
    }

    public string Hash { get; }

    public IReadOnlyList<(DataFile File, string Text)> Contents { get; }

    public static async Task<DataFiles> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var contents = new List<(DataFile, string)>();
        foreach (var file in All)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, file.Path), cancellationToken);
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{bytes.Length}\n"));
            hash.AppendData(bytes);
            contents.Add((file, Encoding.UTF8.GetString(bytes)));
        }
        return new DataFiles(Convert.ToHexStringLower(hash.GetHashAndReset()), contents);
    }
}
