using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Demo;
using Project06.DemoNation;
using Project06.EIdentification.Contracts;
using Project06.EIdentification.Data;
using Project06.ReferenceData.Contracts;
using Unit = Project06.ReferenceData.Contracts.Unit;

namespace Project06.EIdentification.Tests.SignIn;

public class SampleAccountsTests(SignInHost host) : IClassFixture<SignInHost>
{
    private static readonly Lazy<Nation> Nation = new(() =>
        DemoNation.Nation.Generate(new DemoNationOptions(People: 4_000), Path.Combine(AppContext.BaseDirectory, "../../../../../data")));

    [Fact]
    public async Task Seed_TwiceAtOnce_GivesEveryRoleItsPostOnce()
    {
        host.App.Services.GetRequiredService<ReferenceBook>().Replace(SmallReference());
        await Task.WhenAll(SeedAsync(), SeedAsync());

        await using var scope = host.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<EIdentificationDbContext>();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var centre = await mediator.Send(new FindOrganisation(OrganisationKinds.CommuneServiceCentre, DemoNationOptions.WardCode));
        var province = await mediator.Send(new FindOrganisation(OrganisationKinds.ProvincialPolice, DemoNationOptions.WardCode));
        var nation = await mediator.Send(new FindOrganisation(OrganisationKinds.Operator, DemoNationOptions.WardCode));
        var post = await mediator.Send(new FindOrganisation(OrganisationKinds.PostOffice, DemoNationOptions.RuralCommuneCode));
        var found = await mediator.Send(new FindOrganisations(["H26.00.01", "no such code"]));
        var mail = await mediator.Send(new FindMailAddress(Nation.Value.Cast.Mother.Id));

        Assert.Equal("H26.00.01.01", centre!.Code);
        Assert.Equal(("G01.26", "Công an thành phố Hà Nội"), (province!.Code, province.Name));
        Assert.Equal("G01.06", nation!.Code);
        Assert.Equal("Bưu cục xã Bắc Hà", post!.Name);
        Assert.Equal("Trung tâm Phục vụ hành chính công phường Cửa Nam", centre.Name);
        Assert.Equal("Ủy ban nhân dân phường Cửa Nam", Assert.Single(found).Name);
        Assert.EndsWith("@example.vn", mail);
        Assert.Equal(16, await db.Posts.CountAsync());
        Assert.Equal(11, await db.Posts.Select(p => p.Role).Distinct().CountAsync());
        Assert.Equal(11, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task SignIn_AsEverySampleAccount_TakesItsPasswordAndCode()
    {
        host.App.Services.GetRequiredService<ReferenceBook>().Replace(SmallReference());
        await SeedAsync();
        foreach (var account in EIdentificationModule.DemoAccounts(Nation.Value))
        {
            var browser = host.OpenBrowser();
            await browser.SubmitAsync("/sign-in", ("Number", account.Number), ("Password", account.Password));

            var done = await browser.SubmitAsync("/sign-in/code",
                ("Code", EIdentificationModule.CurrentCode(account.Key, Nation.Value.Options.Seed, host.Clock.Now)));

            Assert.Equal(System.Net.HttpStatusCode.Redirect, done.StatusCode);
        }
    }

    [Fact]
    public void DemoAccounts_AreDifferentPeople()
    {
        var accounts = EIdentificationModule.DemoAccounts(Nation.Value).Concat(EIdentificationModule.DemoNeighbours(Nation.Value)).ToList();

        Assert.Equal(accounts.Count, accounts.Select(a => a.PersonId).Distinct().Count());
        Assert.Equal(accounts.Count, accounts.Select(a => a.Key).Distinct().Count());
    }

    [Fact]
    public void CurrentCode_KnowsEveryToldNameAndNoOther()
    {
        foreach (var account in EIdentificationModule.DemoAccounts(Nation.Value))
            Assert.Equal(6, EIdentificationModule.CurrentCode(account.Key, 6, host.Clock.Now).Length);

        Assert.Throws<ArgumentException>(() => EIdentificationModule.CurrentCode("nobody", 6, host.Clock.Now));
    }

    private async Task SeedAsync()
    {
        await using var scope = host.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDemoSeeder<Nation>>().SeedAsync(Nation.Value, CancellationToken.None);
    }

    private static ReferenceSnapshot SmallReference() => new("test", new ReferenceRows(
        [
            UnitOf("01", "Thành phố Hà Nội", "Ha Noi City", UnitLevel.Province, UnitType.City, null),
            UnitOf(DemoNationOptions.WardCode, "Phường Cửa Nam", "Cua Nam Ward", UnitLevel.Commune, UnitType.Ward, "01"),
            UnitOf("15", "Tỉnh Lào Cai", "Lao Cai Province", UnitLevel.Province, UnitType.Province, null),
            UnitOf(DemoNationOptions.RuralCommuneCode, "Xã Bắc Hà", "Bac Ha Commune", UnitLevel.Commune, UnitType.Commune, "15"),
        ],
        [], [], [], [], [], []));

    private static Unit UnitOf(string code, string fullName, string fullNameEn, UnitLevel level, UnitType type, string? province) =>
        new(code, fullName, fullNameEn, fullName, fullNameEn, level, type, province, province ?? code, null, null, null);
}
