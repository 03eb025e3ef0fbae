using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Project06.Architecture.Tests.Authorisation;

/// <summary>Every page and endpoint × every role, from the running host's own routes, against the table.</summary>
public sealed class AuthorisationTests(RoleGround ground) : IClassFixture<RoleGround>
{
    [Fact]
    public async Task Endpoints_HaveADecision()
    {
        var without = (await EndpointsAsync())
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.RoutePattern.RawText);

        Assert.Empty(without);
    }

    [Fact]
    public async Task Endpoints_AnswerEachRoleAsTheTableSays()
    {
        var real = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var route in (await EndpointsAsync()).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).GroupBy(Route))
        {
            var cells = new List<string> { route.Key };
            foreach (var role in Role.All)
                cells.Add(string.Join('|', (await Task.WhenAll(route.Select(e => DecideAsync(e, role)))).Distinct()));
            real.Add(route.Key, string.Join(',', cells));
        }
        // For whoever adds a page: the table as it would be, beside the test's own files.
        await File.WriteAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "authorisation.csv"), real.Values.Prepend(Matrix.Heading));

        var written = Matrix.Read();

        Assert.Empty(real.Where(r => !written.ContainsKey(r.Key)).Select(r => "not in the table: " + r.Value));
        Assert.Empty(written.Keys.Except(real.Keys).Select(r => "no such route any more: " + r));
        Assert.Empty(real.Where(r => written[r.Key] != r.Value).Select(r => $"table: {written[r.Key]}\n  host: {r.Value}"));
    }

    [Fact]
    public async Task StaticFiles_AreForEverybody() =>
        Assert.All((await EndpointsAsync()).Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is not null),
            e => Assert.NotNull(e.Metadata.GetMetadata<IAllowAnonymous>()));

    [Fact]
    public async Task Pages_AnswerRealVisitorsAsTheTableSays()
    {
        var wrong = new List<string>();
        var asked = 0;
        foreach (var role in Role.All)
        {
            using var browser = await ground.OpenAsync(role);
            foreach (var (route, row) in Matrix.Read().Where(r => !r.Key.Contains('{')))
            {
                var page = await browser.GetAsync(route, follow: false);
                asked++;
                var answered = page.Status == HttpStatusCode.Forbidden ? Matrix.Denied
                    : page.Location?.Contains("/sign-in?", StringComparison.Ordinal) == true ? Matrix.SignIn
                    : (int)page.Status < 500 ? Matrix.Allowed
                    : page.Describe();
                // The sign-in pages themselves lead one to another, whoever comes.
                if (answered == Matrix.SignIn && route.StartsWith("/sign-in/", StringComparison.Ordinal))
                    answered = Matrix.Allowed;
                if (answered != Matrix.Cell(row, role))
                    wrong.Add($"{route} as {role.Name}: {answered} ({page.Describe()}), table: {Matrix.Cell(row, role)}");
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 50);
    }

    private async Task<List<RouteEndpoint>> EndpointsAsync()
    {
        var services = ground.Host.Services;
        var loader = services.GetRequiredService<PageLoader>();
        var endpoints = new List<RouteEndpoint>();
        foreach (var endpoint in services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
                     .Where(e => e.Metadata.GetMetadata<ISuppressMatchingMetadata>()?.SuppressMatching != true))
        {
            // A page's attributes and folder conventions are read when it is first used.
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                endpoints.Add(endpoint);
                continue;
            }
            var read = (await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata ?? [];
            endpoints.Add(new RouteEndpoint(
                endpoint.RequestDelegate!, endpoint.RoutePattern, endpoint.Order,
                new EndpointMetadataCollection(endpoint.Metadata.Concat(read)), endpoint.DisplayName));
        }
        Assert.NotEmpty(endpoints);
        return endpoints;
    }

    private static string Route(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/');

    private async Task<string> DecideAsync(RouteEndpoint endpoint, Role role)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            return Matrix.Allowed;
        var services = ground.Host.Services;
        var policies = services.GetRequiredService<IAuthorizationPolicyProvider>();
        var policy = await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>())
            ?? await policies.GetFallbackPolicyAsync()
            ?? throw new InvalidOperationException("No fallback policy: everything undecided is open.");
        var outcome = await services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(role.Principal(), null, policy);
        return outcome.Succeeded ? Matrix.Allowed : role.Name == Role.Anonymous ? Matrix.SignIn : Matrix.Denied;
    }
}

/// <summary>A host whose database has an account for each role that holds this role and no other.</summary>
public sealed class RoleGround : TestGround
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var role in Role.All.Where(r => r.OrganisationKind is not null))
        {
            var written = await Database.ExecuteAsync("""
                INSERT INTO e_identification.posts (id, account_id, role, organisation_code, valid_from)
                SELECT gen_random_uuid(), a.id, $1, o.code, '2025-07-01'
                FROM e_identification.accounts a, e_identification.organisations o
                WHERE a.number = $2 AND o.kind = $3 AND o.unit_code IN ($4, '01', '00')
                """, role.Name, TestNation.Account(role.Account!).Number, role.OrganisationKind!, DemoNation.DemoNationOptions.WardCode);
            Assert.Equal(1, written);
        }
    }

    internal async Task<TestBrowser> OpenAsync(Role role) =>
        role.Account is { } account ? await Host.SignInAsync(account) : Host.OpenBrowser();
}
