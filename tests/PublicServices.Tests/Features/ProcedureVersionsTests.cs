using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A limit and a fee that change from tomorrow leave running dossiers as they were.</summary>
public sealed class ProcedureVersionsTests(ProcedureVersionsTests.TwoVersions ground) : IClassFixture<ProcedureVersionsTests.TwoVersions>
{
    private static readonly DateOnly Today = TestNation.Today, Tomorrow = TestNation.Today.AddDays(1), Monday = TestNation.Today.AddDays(3);

    [Fact]
    public async Task Version_IsThatOfTheDayOfFiling()
    {
        var (host, database) = (ground.Host, ground.Database);
        host.Clock.Set(Today, new TimeOnly(14, 0));
        string today;
        using (var mother = await host.SignInAsync("mother"))
        {
            (await mother.GetAsync($"/services/{TestFolders.Birth}")).Shows("Không thu phí");
            today = await mother.FileBirthAsync();
        }
        var promised = await PromisedAsync(today);
        TestPage begun;
        using (var neighbour = await host.SignInAsync("neighbour-01"))
            begun = await (await BirthForm.OpenAsync(neighbour)).AnswerAsync(NewChild.Next());

        host.Clock.Set(Tomorrow, new TimeOnly(0, 1));
        string fromDraft, tomorrow;
        using (var neighbour = await host.SignInAsync("neighbour-01"))
        {
            (await neighbour.GetAsync($"/services/{TestFolders.Birth}")).Shows("8.000");
            fromDraft = await (await neighbour.GetAsync(begun.Path)).IsShown().FileAsync();
        }
        using (var neighbour = await host.SignInAsync("neighbour-02"))
            tomorrow = await neighbour.FileBirthAsync();

        Assert.Equal(Today.At(new TimeOnly(17, 0)), promised);
        Assert.Equal(promised, await PromisedAsync(today));
        Assert.Equal(1, await VersionAsync(today));
        Assert.Equal(2, await VersionAsync(fromDraft));
        Assert.Equal(2, await VersionAsync(tomorrow));
        Assert.NotEqual(await HashAsync(today), await HashAsync(tomorrow));
        Assert.Equal(await HashAsync(fromDraft), await HashAsync(tomorrow));

        host.Clock.Set(Monday, new TimeOnly(9, 0));
        using (var clerk = await host.SignInAsync("clerk"))
        {
            await clerk.TakeAsync(today, "accept");
            await clerk.TakeAsync(tomorrow, "accept");
            (await clerk.GetAsync($"/desk/{today}")).IsShown();
        }

        // The same working day under the first version; three working days under the second, the closed 24th left out.
        Assert.Equal(1, await VersionAsync(today));
        Assert.Equal(Monday.At(new TimeOnly(17, 0)), await PromisedAsync(today));
        Assert.Equal(new DateOnly(2026, 11, 27), (await PromisedAsync(tomorrow)).LegalDate());
    }

    private async Task<DateTimeOffset> PromisedAsync(string code) => new(
        await ground.Database.ScalarAsync<DateTime>("SELECT promised_at FROM public_services.dossiers WHERE code = $1", code));

    private Task<int> VersionAsync(string code) =>
        ground.Database.ScalarAsync<int>("SELECT procedure_version FROM public_services.dossiers WHERE code = $1", code);

    private Task<string> HashAsync(string code) =>
        ground.Database.ScalarAsync<string>("SELECT content_hash FROM public_services.dossiers WHERE code = $1", code);

    /// <summary>A host whose folders hold a second version of the birth procedure, in force from tomorrow.</summary>
    public sealed class TwoVersions : TestGround
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("p06-procedures-").FullName;

        /// <inheritdoc/>
        protected override TestHostOptions Options()
        {
            foreach (var file in Directory.GetFiles(TestFolders.Real, "*.yaml", SearchOption.AllDirectories))
                Copy(file, Path.GetRelativePath(TestFolders.Real, file), text => text);
            foreach (var file in Directory.GetFiles(Path.Combine(TestFolders.Real, TestFolders.Birth, "1"), "*.yaml"))
                Copy(file, Path.Combine(TestFolders.Birth, "2", Path.GetFileName(file)), Change);
            return new() { Settings = { ["PublicServices:ProceduresFolder"] = _folder } };
        }

        /// <inheritdoc/>
        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private void Copy(string from, string to, Func<string, string> change)
        {
            var target = Path.Combine(_folder, to);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, change(File.ReadAllText(from)));
        }

        private static string Change(string text) => text
            .Replace("version: 1\nvalid-from: 2026-01-16", "version: 2\nvalid-from: 2026-11-21", StringComparison.Ordinal)
            .Replace("unit: same-working-day\n  cut-off: \"15:00\"", "unit: working-day\n  amount: 3", StringComparison.Ordinal)
            .Replace("channel: online, amount: 0, valid-from: 2026-01-16", "channel: online, amount: 8000, valid-from: 2026-11-21", StringComparison.Ordinal);
    }
}
