namespace Project06.BuildingBlocks.Rendering;

/// <summary>A private temporary folder for one job, deleted with everything in it afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    private const string Mark = "p06-render-";
    private readonly UnprivilegedUser? _user;

    public WorkFolder(UnprivilegedUser? user)
    {
        _user = user;
        Path = Directory.CreateTempSubdirectory(Mark).FullName; // mode 0700
        user?.Own(Path);
    }

    public string Path { get; }

    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>
    /// Deletes what a killed program left behind over an hour ago, by the clock of the file system: by any other, a host whose
    /// day is another one would take away what its neighbours are working in.
    /// </summary>
    public static void SweepLeftovers()
    {
        var old = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1);
        foreach (var folder in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Mark + "*"))
        {
            try
            {
                if (Directory.GetLastWriteTimeUtc(folder) < old)
                {
                    Directory.Delete(folder, recursive: true);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another host is deleting it too.
            }
        }
    }

    public async Task WriteAsync(string file, ReadOnlyMemory<byte> content, CancellationToken ct)
    {
        await File.WriteAllBytesAsync(this[file], content, ct);
        _user?.Own(this[file]);
    }

    public void Dispose()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 3)
            {
                Thread.Sleep(50); // a killed browser's children write their last files
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return; // SweepLeftovers takes it later
            }
        }
    }
}
