using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Project06.BuildingBlocks.Persistence;

namespace Project06.BuildingBlocks.Tests.Persistence;

public sealed class DatabaseWaitTests
{
    [Fact]
    public async Task Wait_WhileNobodyAnswersOrTheServerStarts_TriesAgain()
    {
        var tries = 0;

        await DatabaseWait.UntilThereAsync(
            async ct =>
            {
                switch (++tries)
                {
                    case 1:
                        await using (var nobody = new NpgsqlConnection($"Host=127.0.0.1;Port={ClosedPort()};Username=x;Password=x;Pooling=false"))
                            await nobody.OpenAsync(ct);
                        break;
                    case 2:
                        throw new DbUpdateException("", new PostgresException("the database system is starting up", "FATAL", "FATAL", "57P03"));
                }
            },
            NullLogger.Instance, CancellationToken.None);

        Assert.Equal(3, tries);
    }

    [Fact]
    public async Task Wait_WhenTheServerRefuses_Throws()
    {
        var tries = 0;

        await Assert.ThrowsAsync<PostgresException>(() => DatabaseWait.UntilThereAsync(
            _ =>
            {
                tries++;
                throw new PostgresException("password authentication failed", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword);
            },
            NullLogger.Instance, CancellationToken.None));

        Assert.Equal(1, tries);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
