using System.Diagnostics;
using Project06.BuildingBlocks.Rendering;

namespace Project06.BuildingBlocks.Tests.Rendering;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Run_KnowsNothingOfTheHostsEnvironment()
    {
        Environment.SetEnvironmentVariable("P06_TEST_SECRET", "hidden");

        var result = await RunAsync("/usr/bin/env");

        Assert.Equal(ChildProcessEnd.Succeeded, result.End);
        Assert.Contains("PATH=", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PassesArgumentsAsTheyAre()
    {
        var result = await RunAsync("/bin/echo", "$(id); a  b", "'\"");

        Assert.Equal("$(id); a  b '\"\n", result.Output);
    }

    [Fact]
    public async Task Run_ThatTakesTooLong_IsKilledWithItsChildren()
    {
        var watch = Stopwatch.StartNew();
        var seconds = $"{Random.Shared.Next(1_000_000, 9_000_000)}";

        var result = await RunAsync(
            r => r with { Timeout = TimeSpan.FromMilliseconds(300) }, "/bin/sh", "-c", $"sleep {seconds} & sleep {seconds}");

        Assert.Equal(ChildProcessEnd.TimedOut, result.End);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
        await Task.Delay(100);
        Assert.DoesNotContain(seconds, (await RunAsync("/bin/sh", "-c", "cat /proc/[0-9]*/cmdline 2>/dev/null; true")).Output
            .Replace("/bin/sh", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThatWritesTooMuch_IsStopped()
    {
        var result = await RunAsync(r => r with { MaxOutput = 1000 }, "/usr/bin/yes");

        Assert.Equal(ChildProcessEnd.TooMuchOutput, result.End);
    }

    [Fact]
    public async Task Run_ThatTakesTooMuchMemory_Fails()
    {
        var result = await RunAsync(
            r => r with { Memory = 200 << 20 }, "/bin/sh", "-c", "head -c 400000000 /dev/zero | tail -c 390000000 | wc -c");

        Assert.DoesNotContain("390000000", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ThatFillsTheDisk_Fails()
    {
        var result = await RunAsync(r => r with { MaxFile = 1000 }, "/bin/sh", "-c", "head -c 5000 /dev/zero > big");

        Assert.Equal(ChildProcessEnd.Failed, result.End);
    }

    [Fact]
    public async Task Run_OfNothing_SaysSo()
    {
        var result = await RunAsync("/nowhere/tool");

        Assert.NotEqual(ChildProcessEnd.Succeeded, result.End);
    }

    [Fact]
    public async Task Run_AsAnotherUser_IsNotRoot()
    {
        if (UnprivilegedUser.Find(null) is not { } user)
        {
            Assert.False(Environment.IsPrivilegedProcess); // an ordinary user's children are ordinary already
            return;
        }

        var result = await RunAsync(r => r with { User = user }, "/usr/bin/id", "-u");

        Assert.NotEqual("0", result.Output.Trim());
    }

    [Fact]
    public async Task Run_WhenCancelled_Throws()
    {
        using var soon = new CancellationTokenSource(200);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ChildProcess.RunAsync(new ChildProcessRequest("/bin/sleep", ["100"], "/tmp"), soon.Token));
    }

    private static Task<ChildProcessResult> RunAsync(string program, params string[] arguments) =>
        RunAsync(r => r, program, arguments);

    private static async Task<ChildProcessResult> RunAsync(
        Func<ChildProcessRequest, ChildProcessRequest> change, string program, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("p06-child-");
        try
        {
            return await ChildProcess.RunAsync(
                change(new ChildProcessRequest(program, arguments, folder.FullName)), CancellationToken.None);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
