namespace Project06.ReferenceData;

/// <summary>Section <c>ReferenceData</c> of the configuration.</summary>
internal sealed class ReferenceDataOptions
{
    /// <summary>Folder with <c>units</c>, <c>calendars</c> and <c>codes</c>; relative to the program's own folder.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>How often changed files and a newer database are looked for.</summary>
    public TimeSpan RefreshEvery { get; set; } = TimeSpan.FromMinutes(5);

    public string FullDataFolder => Path.GetFullPath(DataFolder, AppContext.BaseDirectory);
}
