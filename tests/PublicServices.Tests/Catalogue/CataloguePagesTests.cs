using System.Net;
using System.Text.Json;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Catalogue;

public sealed class CataloguePagesTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Search_FindsCountsFiltersAndPages()
    {
        using var stranger = ground.Host.OpenBrowser();

        var found = await stranger.GetAsync("/services?q=mat+can+cuoc");
        var second = await stranger.GetAsync("/services?q=dat+dai&level=commune&p=2");
        var agency = await stranger.GetAsync("/services?agency=bo-tu-phap");
        var browse = await stranger.GetAsync("/services");

        Assert.Equal("/services/1.014064", found.IsShown().FindLink("/services/"));
        found.Shows("Cùng thủ tục ở cấp khác");
        Assert.Contains("level=commune", second.IsShown().Document.QuerySelector("nav.pager a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("11", second.Document.QuerySelector("main ol")!.GetAttribute("start"));
        agency.IsShown().Shows("Bộ Tư pháp");
        Assert.Equal("bo-tu-phap", agency.Document.QuerySelector("select[name=agency] option[selected]")!.GetAttribute("value"));
        browse.IsShown().Shows("5.670").Shows("Người thân mất").Shows("Nộp được ở đây");
    }

    [Theory]
    [InlineData("/services?q=xyzzy")]
    [InlineData("/services?q=%27%20or%20--")]
    [InlineData("/services?q=khai+sinh&agency=bo-ngan-hang-khong-co&level=x&event=y&p=-3")]
    [InlineData("/services?q=khai+sinh&p=99999999999")]
    [InlineData("/services?q=")]
    public async Task Search_ForAnything_IsAPageWithAWayOn(string address)
    {
        using var stranger = ground.Host.OpenBrowser();

        (await stranger.GetAsync(address)).IsShown().Shows("Trung tâm Phục vụ hành chính công");
    }

    [Fact]
    public async Task Guide_WithFullDescription_TellsAll()
    {
        using var stranger = ground.Host.OpenBrowser();

        var portal = (await stranger.GetAsync("/services/1.010039")).IsShown();
        var ministry = (await stranger.GetAsync("/services/1.014063?lang=en")).IsShown();

        portal.Shows("chưa nộp được ở đây").Shows("Công an cấp Xã").Shows("3 ngày làm việc").Shows("Tờ khai thay đổi thông tin cư trú").Shows("Luật Cư trú 2020");
        Assert.Contains(portal.Document.QuerySelectorAll("main h3"), heading => heading.TextContent.StartsWith("Bước 1", StringComparison.Ordinal));
        Assert.Empty(portal.Document.QuerySelectorAll("main [lang]:not([lang=''])"));
        ministry.Shows("Exchange of an identity card").Shows("50,000 VND").Shows("cannot be filed here yet");
        Assert.Contains(ministry.Document.QuerySelectorAll("main [lang=vi]"), part => part.TextContent.Contains("Cấp đổi thẻ căn cước", StringComparison.Ordinal));
        Assert.Null(portal.FindLink("/apply/"));
    }

    [Theory]
    [InlineData("1.000005", "Chưa có mô tả đầy đủ")]
    [InlineData("1.000005", "54/2014/QH13")]
    [InlineData("1.0133611", "không đúng mẫu của danh mục")]
    [InlineData("1.014325", "Danh mục dùng mã 1.014325 cho cả thủ tục khác")]
    [InlineData("1.001666", "không còn trong danh mục")]
    [InlineData("1.014955-Xoa", "UBND")]
    public async Task Guide_WithLess_TellsWhatIsKnown(string code, string text)
    {
        using var stranger = ground.Host.OpenBrowser();

        (await stranger.GetAsync($"/services/{code}")).IsShown().Shows(text);
    }

    [Fact]
    public async Task Guide_OfAnUnknownCode_IsNotFound()
    {
        using var stranger = ground.Host.OpenBrowser();

        (await stranger.GetAsync("/services/9.999999")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task FolderedProcedure_CanStillBeFiled()
    {
        using var stranger = ground.Host.OpenBrowser();

        Assert.NotNull((await stranger.GetAsync($"/services/{TestFolders.Birth}")).IsShown().FindLink($"/apply/{TestFolders.Birth}"));
    }

    [Fact]
    public async Task Suggestions_AreNamesAndAddresses()
    {
        using var stranger = ground.Host.OpenBrowser();

        var answer = JsonDocument.Parse((await stranger.GetAsync("/services?handler=Suggest&q=khai+si")).IsShown().Bytes).RootElement;
        var nothing = JsonDocument.Parse((await stranger.GetAsync("/services?handler=Suggest&q=k")).IsShown().Bytes).RootElement;

        Assert.Equal("/services/" + TestFolders.Birth, answer.GetProperty("items")[0].GetProperty("href").GetString());
        Assert.Equal(0, nothing.GetProperty("items").GetArrayLength());
    }
}
