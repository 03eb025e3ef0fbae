namespace Project06.PublicServices.Procedures;

/// <summary>The folders beside the one that is read, which it may take parts from by <c>code/version</c>.</summary>
internal sealed class OtherFolders(string all, LoadErrors errors)
{
    private readonly Dictionary<string, YamlMap> open = [];

    /// <summary>The folders taken from: what they say belongs to this one too.</summary>
    public IEnumerable<string> Used => open.Keys.Order(StringComparer.Ordinal);

    /// <summary>The folder that a key names; its texts stand in for missing ones from now on. What is wrong in it is said of itself.</summary>
    public YamlMap? Find(YamlMap map, string key, FolderTexts texts)
    {
        if (map.Text(key) is not { } name)
            return null;
        if (open.TryGetValue(name, out var known))
            return known;
        var parts = name.Split('/');
        var folder = Path.Combine([all, .. parts]);
        if (parts.Length != 2 || name.Contains("..", StringComparison.Ordinal) || !Directory.Exists(folder))
        {
            map.Error($"'{name}' is no folder; one is written as code and version, such as 1.001193/1", key);
            return null;
        }
        texts.TakeFrom(folder, name);
        return YamlMap.Open(Path.Combine(folder, "procedure.yaml"), $"{name}/procedure.yaml", errors) is { } read ? open[name] = read : null;
    }
}
