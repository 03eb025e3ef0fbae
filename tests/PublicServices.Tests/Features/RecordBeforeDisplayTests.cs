using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A look is on the ledger before anything of it is shown; what can't be recorded isn't shown.</summary>
public sealed class RecordBeforeDisplayTests(RecordBeforeDisplayTests.CutOffGround ground) : IClassFixture<RecordBeforeDisplayTests.CutOffGround>
{
    private const string SomeEntry = "SELECT id FROM civil_status.birth_entries WHERE unit_code = '00082' AND state = 'Signed' ORDER BY id LIMIT 1";

    [Theory]
    [InlineData("clerk", "/desk?tab=office")]
    [InlineData("officer", "/civil-status/books")]
    [InlineData("officer", "/civil-status/certificates/{entry}")]
    public async Task AnswerLostOnTheWay_IsOnTheLedgerAllTheSame(string account, string template)
    {
        var address = await AddressOfAsync(template);
        var named = await NamedPeople.ReadAsync(ground.Database);
        using var browser = await ground.Host.SignInAsync(account);
        browser.Headers[CutOff.Header] = account + template;
        var mark = await ground.Database.MarkLedgerAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => browser.GetAsync(address));

        var lost = ground.Cut.Lost[account + template];
        var rows = await ground.Database.LedgerSinceAsync(mark);
        Assert.NotEmpty(named.In(lost));
        Assert.All(named.In(lost).Where(who => !who.Contains(TestNation.Account(account).PersonId) && !who.Contains(TestNation.Account("leader").PersonId)),
            who => Assert.Contains(rows, row => who.Contains(row.PersonId)));
    }

    [Theory]
    [InlineData("clerk", "/desk?tab=office")]
    [InlineData("officer", "/civil-status/books")]
    [InlineData("newborn-mother", "/civil-status/certificates/{own}")]
    public async Task LedgerThatTakesNothing_ShowsNobody(string account, string template)
    {
        const string everybody = "p06_population, p06_civil_status, p06_public_services";
        var address = await AddressOfAsync(template);
        var named = await NamedPeople.ReadAsync(ground.Database);
        using var browser = await ground.Host.SignInAsync(account);
        browser.MayFail = true;
        var mark = await ground.Database.MarkLedgerAsync();

        await ground.Database.ExecuteAsync($"REVOKE EXECUTE ON FUNCTION transparency.append_access(jsonb, jsonb) FROM {everybody}");
        TestPage refused;
        try
        {
            refused = await browser.GetAsync(address);
        }
        finally
        {
            await ground.Database.ExecuteAsync($"GRANT EXECUTE ON FUNCTION transparency.append_access(jsonb, jsonb) TO {everybody}");
        }
        var answered = await browser.GetAsync(address);

        refused.HasStatus(HttpStatusCode.InternalServerError);
        Assert.DoesNotContain(named.In(refused.Text), who => !who.Contains(TestNation.Account(account).PersonId));
        answered.IsShown();
        Assert.Contains(named.In(answered.Text), who => !who.Contains(TestNation.Account(account).PersonId));
        Assert.NotEmpty(await ground.Database.LedgerSinceAsync(mark));
    }

    private async Task<string> AddressOfAsync(string template) => template
        .Replace("{entry}", $"{await ground.Database.ScalarAsync<Guid>(SomeEntry)}", StringComparison.Ordinal)
        .Replace("{own}", $"{await ground.Database.ScalarAsync<Guid>("SELECT id FROM civil_status.birth_entries WHERE child_id = $1", TestNation.Current.Cast.Newborn.Id)}", StringComparison.Ordinal);

    /// <summary>A host that loses its answers where a request asks for it.</summary>
    public sealed class CutOffGround : TestGround
    {
        internal CutOff Cut { get; } = new();

        /// <inheritdoc/>
        protected override TestHostOptions Options() => new() { Services = services => services.AddSingleton<IStartupFilter>(Cut) };
    }

    /// <summary>Runs the page, keeps what it would have shown, and breaks the connection before the first byte.</summary>
    internal sealed class CutOff : IStartupFilter
    {
        public const string Header = "X-Test-Cut";

        public ConcurrentDictionary<string, string> Lost { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                if (context.Request.Headers[Header].ToString() is not { Length: > 0 } name)
                {
                    await rest();
                    return;
                }
                var (wire, kept) = (context.Response.Body, new MemoryStream());
                context.Response.Body = kept;
                await rest();
                context.Response.Body = wire;
                Lost[name] = WebUtility.HtmlDecode(Encoding.UTF8.GetString(kept.ToArray()))
                    .Replace("<", " < ", StringComparison.Ordinal).Replace(">", " > ", StringComparison.Ordinal);
                context.Abort();
            });
            next(app);
        };
    }
}
