using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Project06.ReferenceData.Contracts;
using static Project06.ReferenceData.Tests.ShippedData;

namespace Project06.ReferenceData.Tests.Data;

public sealed class LoadReferenceDataTests(ReferenceDatabase database) : IClassFixture<ReferenceDatabase>
{
    private static readonly DateOnly Now = new(2026, 11, 21);

    [Fact]
    public async Task Refresh_FillsTablesAndBook_TheSecondTimeWithoutImporting()
    {
        await using var first = database.Host();
        await ReferenceDatabase.Job(first).RefreshAsync(default);
        var imported = await database.ScalarAsync<DateTime>("SELECT imported_at FROM reference_data.imports");
        await using var second = database.Host();
        var clock = Stopwatch.StartNew();

        await ReferenceDatabase.Job(second).RefreshAsync(default);

        var elapsed = clock.Elapsed;
        var (one, other) = (first.GetRequiredService<ReferenceBook>().Current, second.GetRequiredService<ReferenceBook>().Current);
        Assert.Equal(one.Version, other.Version);
        Assert.Equal(imported, await database.ScalarAsync<DateTime>("SELECT imported_at FROM reference_data.imports"));
        Assert.Equal(15394, await database.ScalarAsync<long>("SELECT count(*) FROM reference_data.units"));
        Assert.Equal(10571, await database.ScalarAsync<long>("SELECT count(*) FROM reference_data.unit_successions"));
        Assert.True(elapsed < TimeSpan.FromSeconds(5), $"{elapsed} for a start without an import");
    }

    [Fact]
    public async Task Refresh_GivesTheSameSnapshotAsTheFiles()
    {
        await using var host = database.Host();
        await ReferenceDatabase.Job(host).RefreshAsync(default);

        var loaded = host.GetRequiredService<ReferenceBook>().Current;

        Assert.Equal(Snapshot.Provinces(Now), loaded.Provinces(Now));
        Assert.Equal(Snapshot.Communes("01", Now), loaded.Communes("01", Now));
        Assert.Equal(Snapshot.OldProvincePrefixes("00004"), loaded.OldProvincePrefixes("00004"));
        Assert.Equal(Snapshot.Codes(CodeSystems.Country, Now), loaded.Codes(CodeSystems.Country, Now));
        var limit = new TimeLimit(40, TimeLimitUnit.WorkingDay, new TimeOnly(15, 0));
        foreach (var kind in new[] { OfficeKinds.CommuneOffice, OfficeKinds.CommunePolice })
            Assert.Equal(
                Snapshot.Calendar(kind).Deadline(At("2026-12-31 15:01"), limit).Due,
                loaded.Calendar(kind).Deadline(At("2026-12-31 15:01"), limit).Due);
    }

    [Fact]
    public async Task Refresh_AfterAYearIsAdded_LoadsIt_AndAnotherHostFollows()
    {
        var folder = database.CopyOfData();
        await using var host = database.Host(folder);
        await using var other = database.Host();
        await ReferenceDatabase.Job(other).RefreshAsync(default);
        await ReferenceDatabase.Job(host).RefreshAsync(default);
        await File.AppendAllTextAsync(Path.Combine(folder, "calendars/years.csv"), "2028,commune-office,Thông báo năm 2028,false\n");

        await ReferenceDatabase.Job(host).RefreshAsync(default);
        await ReferenceDatabase.Job(other).RefreshAsync(default);

        foreach (var provider in new[] { host, other })
        {
            var book = provider.GetRequiredService<ReferenceBook>();
            Assert.Equal(2028, book.Current.Calendar(OfficeKinds.CommuneOffice).Coverage.Years[^1]);
            Assert.Equal(2027, book.Current.Calendar(OfficeKinds.CommunePolice).Coverage.Years[^1]);
        }
    }

    [Fact]
    public async Task Refresh_WithAWrongRow_NamesFileAndLine_AndChangesNothing()
    {
        await using var host = database.Host();
        await ReferenceDatabase.Job(host).RefreshAsync(default);
        var before = await database.ScalarAsync<string>("SELECT content_hash FROM reference_data.imports");
        var folder = database.CopyOfData();
        await File.AppendAllTextAsync(Path.Combine(folder, "calendars/days.csv"), "2026-02-30,,Closed,Sai,Wrong,,Luật,true,\n");
        await using var wrong = database.Host(folder);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ReferenceDatabase.Job(wrong).RefreshAsync(default));

        Assert.Contains("calendars/days.csv", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("line 47", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await database.ScalarAsync<string>("SELECT content_hash FROM reference_data.imports"));
        Assert.Equal(45, await database.ScalarAsync<long>("SELECT count(*) FROM reference_data.calendar_days"));
        Assert.False(wrong.GetRequiredService<ReferenceBook>().IsLoaded);
    }

    [Fact]
    public async Task Refresh_WithACodeThatMeansTwoPlacesAtOnce_IsRefused()
    {
        var folder = database.CopyOfData();
        await File.AppendAllTextAsync(
            Path.Combine(folder, "units/units.csv"), "Province,01,Nơi Khác,Noi Khac,Tỉnh Nơi Khác,Noi Khac Province,Province,,01,2026-01-01,,\n");
        await using var host = database.Host(folder);

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => ReferenceDatabase.Job(host).RefreshAsync(default));

        Assert.Contains("ex_units_code_period", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_StartingAtOnce_ImportOnce()
    {
        var folder = database.CopyOfData();
        await File.AppendAllTextAsync(Path.Combine(folder, "codes/people.csv"), "test,1,Một,One,1,,,Luật,false\n");
        var hosts = Enumerable.Range(0, 3).Select(_ => database.Host(folder)).ToArray();

        await Task.WhenAll(hosts.Select(host => ReferenceDatabase.Job(host).RefreshAsync(default)));

        Assert.Single(hosts.Select(host => host.GetRequiredService<ReferenceBook>().Current.Version).Distinct());
        Assert.Equal(15394, await database.ScalarAsync<long>("SELECT count(*) FROM reference_data.units"));
        foreach (var host in hosts)
            await host.DisposeAsync();
    }
}
