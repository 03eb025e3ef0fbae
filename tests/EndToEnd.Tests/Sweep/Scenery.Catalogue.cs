namespace Project06.EndToEnd.Tests.Sweep;

internal sealed partial class Scenery
{
    private static IReadOnlyList<Stop> Catalogue =>
    [
        new("services-many", "/services", "/services?q=dat+dai&level=commune&p=2"),
        new("services-mended", "/services", "/services?q=giay+khai+sih"),
        new("services-event", "/services", "/services?event=death"),
        new("services-agency", "/services", "/services?agency=bo-cong-an"),
        new("services-suggesting", "/services", "/services", async visitor =>
        {
            await visitor.Page.Locator("main input[type=search]").PressSequentiallyAsync("mat can cuoc");
            await visitor.Page.Locator(".suggestions [role=option]").First.WaitForAsync();
            await visitor.Page.Keyboard.PressAsync("ArrowDown");
        }),
        new("guide-portal", "/services/{code}", "/services/1.010039"),
        new("guide-ministry", "/services/{code}", "/services/1.014063"),
        new("guide-long", "/services/{code}", "/services/1.013831"),
        new("guide-brief", "/services/{code}", "/services/1.000005"),
        new("guide-shared-code", "/services/{code}", "/services/1.014325"),
        new("guide-retired", "/services/{code}", "/services/1.001666"),
    ];
}
