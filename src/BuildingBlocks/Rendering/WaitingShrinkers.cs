using System.Diagnostics;

namespace Project06.BuildingBlocks.Rendering;

/// <summary>
/// Shrinking processes that wait for their picture: linking and setting up libvips takes longer than shrinking a photo, and
/// is done before somebody waits for it. Each works on one picture only, in a folder of its own. When this program ends,
/// however it does, their input ends, and so do they.
/// </summary>
internal sealed class WaitingShrinkers(Func<bool, (WorkFolder Folder, StartedChild Child)> start) : IDisposable
{
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    private readonly Lock _gate = new();
    private readonly Shrinker?[] _waiting = new Shrinker?[2];
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
        Shrinker? waiting;
        lock (_gate)
        {
            waiting = _waiting[Place(colours)];
            _waiting[Place(colours)] = null;
        }

        if (waiting is { IsFresh: true })
        {
            return waiting.Taken();
        }

        waiting?.Dispose();
        return Start(colours).Taken();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            foreach (var waiting in _waiting)
            {
                waiting?.Dispose();
            }

            Array.Clear(_waiting);
        }
    }

    private void Prepare(bool colours)
    {
        lock (_gate)
        {
            if (!_disposed && _waiting[Place(colours)] is null)
            {
                _waiting[Place(colours)] = Start(colours);
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
