using System.Diagnostics;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>
/// Shrinking processes that wait for their picture: linking and setting up libvips takes longer than shrinking a photo, and
/// is done before somebody waits for it. Each works on one picture only, in a folder of its own. When this program ends,
/// however it does, their input ends, and so do they.
/// </summary>
internal sealed class WaitingShrinkers(int atOnce, Func<bool, (WorkFolder Folder, StartedChild Child)> start) : IDisposable
{
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    // By place of the kind: as many wait as may work at once, so that two photos at one moment don't cost the second one more.
    private readonly Queue<Shrinker>[] _waiting = [new(), new()];
    private bool _disposed;

    /// <summary>One process and its folder; disposing ends and deletes them, and lets the next be started.</summary>
    internal sealed class Shrinker(WaitingShrinkers owner, bool colours, WorkFolder folder, StartedChild child) : IDisposable
    {
        private bool _taken;

        public WorkFolder Folder => folder;

        public StartedChild Child => child;

        // Folders of an hour ago are swept away, and a process that has ended can't be given anything.
        public bool IsFresh => child.Runs && Stopwatch.GetElapsedTime(child.StartedAt) < Oldest;

        public Shrinker Taken()
        {
            _taken = true;
            return this;
        }

        public void Dispose()
        {
            child.Dispose();
            folder.Dispose();
            // Afterwards, so that it doesn't cost the one who waits.
            if (_taken)
            {
                _ = Task.Run(() => owner.Prepare(colours));
            }
        }
    }

    /// <summary>One that waits, or a new one.</summary>
    /// <param name="colours">Whether the picture has a colour profile.</param>
    public Shrinker Take(bool colours)
    {
        while (Waiting() is { } waiting)
        {
            if (waiting.IsFresh)
            {
                return waiting.Taken();
            }

            waiting.Dispose();
        }

        return Start(colours).Taken();

        Shrinker? Waiting()
        {
            lock (_gate)
            {
                return _waiting[Place(colours)].TryDequeue(out var first) ? first : null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var waiting in _waiting.SelectMany(kind => kind))
            {
                waiting.Dispose();
            }

            Array.ForEach(_waiting, kind => kind.Clear());
        }
    }

    private void Prepare(bool colours)
    {
        lock (_gate)
        {
            while (!_disposed && _waiting[Place(colours)].Count < atOnce)
            {
                _waiting[Place(colours)].Enqueue(Start(colours));
            }
        }
    }

    private Shrinker Start(bool colours)
    {
        var (folder, child) = start(colours);
        return new Shrinker(this, colours, folder, child);
    }

    private static int Place(bool colours) => colours ? 1 : 0;
}
