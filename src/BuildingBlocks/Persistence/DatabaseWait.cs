using Microsoft.Extensions.Logging;
using Npgsql;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>A host that starts waits for its database instead of ending: it may be starting too, or be away for a moment.</summary>
public static class DatabaseWait
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200), Longest = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Does something until the database is there to answer it. What it answers (a wrong password, a missing database) is
    /// thrown at once.
    /// </summary>
    /// <param name="work">Whole: it is done again from its beginning.</param>
    /// <param name="log">Told of each wait.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public static async Task UntilThereAsync(Func<CancellationToken, Task> work, ILogger log, CancellationToken cancellationToken)
    {
        for (var wait = First; ; wait = wait * 2 < Longest ? wait * 2 : Longest)
        {
            try
            {
                await work(cancellationToken);
                return;
            }
            catch (Exception failed) when (IsAway(failed))
            {
                log.LogWarning("The database doesn't answer; trying again in {Seconds:0.0} s: {Reason}", wait.TotalSeconds, failed.GetBaseException().Message);
                await Task.Delay(wait, cancellationToken);
            }
        }
    }

    // 57P01 to 57P03: it stops, has crashed, or starts. EF wraps what the driver throws.
    private static bool IsAway(Exception failed) => failed switch
    {
        PostgresException answered => answered.SqlState is "57P01" or "57P02" or "57P03",
        NpgsqlException silent => silent.IsTransient || silent.InnerException is IOException or System.Net.Sockets.SocketException,
        { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };
}
