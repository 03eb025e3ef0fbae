using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Events;
using Project06.BuildingBlocks.Persistence;
using Project06.CivilStatus.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Features.Deceased;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Dossiers of somebody who died: listed, ended by the office or going on, and all of it undone.</summary>
public sealed class DeceasedTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Death_ListsTheDossier_TheOfficeStopsIt_AndTheUndoingTakesItUpAgain()
    {
        var (clerk, mother) = (await ground.Host.SignInAsync("clerk"), await ground.Host.SignInAsync("neighbour-41"));
        var person = TestNation.Account("neighbour-41").PersonId;
        var code = await mother.FileBirthAsync();
        (await clerk.TakeAsync(code, "accept")).IsShown();
        var officer = await ground.Host.SignInAsync("officer");
        var entry = Guid.NewGuid();

        await TellAsync<OnDeathRegistered, DeathRegistered>(new DeathRegistered(entry, person, new DateOnly(2026, 11, 20), "00082", ground.Host.Clock.Now));

        Assert.Contains(code, (await officer.GetAsync("/desk/alerts")).IsShown().Text);
        Assert.DoesNotContain(code, (await clerk.GetAsync("/desk/alerts")).Text);
        Assert.Equal([ConsequenceState.Waiting, ConsequenceState.Nothing], await ReportsAsync(person));

        var list = await officer.GetAsync("/desk/alerts");
        (await list.Form($"form:has(input[value='{await AlertAsync(code)}'])").SubmitAsync("Stop")).IsShown();

        Assert.Equal(8, await OfAsync<int>(code, "state"));
        Assert.Equal(ConsequenceState.Done, (await ReportsAsync(person))[^1]);

        await TellAsync<OnDeathRegistrationRevoked, DeathRegistrationRevoked>(new DeathRegistrationRevoked(entry, person, "00082", ground.Host.Clock.Now));

        Assert.Equal(4, await OfAsync<int>(code, "state"));
        Assert.Equal("examination", await OfAsync<string>(code, "step_id"));
        Assert.Contains(ConsequenceState.Restored, await ReportsAsync(person));
        Assert.Contains("desk.applicant-died", await ground.Database.QueryAsync<string>("SELECT action FROM public_services.dossier_steps WHERE dossier_id = (SELECT id FROM public_services.dossiers WHERE code = $1)", code));
        Assert.Contains(code, (await officer.GetAsync("/desk?tab=mine&q=" + code)).Text);
    }

    private Task<T> OfAsync<T>(string code, string column) =>
        ground.Database.ScalarAsync<T>($"SELECT {column} FROM public_services.dossiers WHERE code = $1", code);

    private Task<Guid> AlertAsync(string code) => ground.Database.ScalarAsync<Guid>(
        "SELECT a.id FROM public_services.dossier_alerts a JOIN public_services.dossiers d ON d.id = a.dossier_id WHERE d.code = $1", code);

    private async Task<List<ConsequenceState>> ReportsAsync(Guid person) => [.. (await ground.Database.QueryAsync<int>("""
        SELECT (payload ->> 'state')::int FROM public_services.events WHERE name = 'civil-status.death-consequence-recorded' AND subject = $1
        ORDER BY subject_version
        """, $"person:{person}")).Select(state => (ConsequenceState)state)];

    private async Task TellAsync<THandler, TEvent>(TEvent happened)
        where THandler : IEventHandler<TEvent>
        where TEvent : IEvent
    {
        await using var scope = ground.Host.Services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<THandler>();
        await handler.HandleAsync(happened, new EventContext(Guid.NewGuid(), ground.Host.Clock.Now, null), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<PublicServicesDbContext>().SaveChangesAsync();
    }
}
