namespace Project06.EndToEnd.Tests.Ground;

/// <summary>What the judicial record certificate is asked with, and how its officer finds nothing.</summary>
internal static class JudicialRecords
{
    public const string Procedure = "3.000333";

    /// <summary>The certificate of one's own.</summary>
    /// <param name="kind"><c>number-1</c> or <c>number-2</c>.</param>
    public static Dictionary<string, object> Own(string kind) => new()
    {
        ["kind"] = kind, ["who"] = "self", ["residence-history"] = "9/2010 đến nay, phường Cửa Nam, thành phố Hà Nội, giáo viên",
        ["management-ban"] = false, ["purpose"] = "Xin việc",
    };

    /// <summary>Opens an action's form at the desk, answers it and sends it.</summary>
    public static async Task FillInAsync(this Visitor officer, string code, string action, IReadOnlyDictionary<string, object> answers)
    {
        await officer.OpenAtDeskAsync(code);
        await officer.LeaveByAsync(officer.Page.Locator($"main a[href*='/desk/{code}/{action}']"), action);
        foreach (var (field, value) in answers)
        {
            var box = officer.Page.Locator($"main form [name='{field}']");
            if (await box.First.EvaluateAsync<string>("e => e.type") == "radio")
                await officer.Page.Locator($"main form [name='{field}'][value='{value}']").CheckAsync();
            else
                await box.FillAsync((string)value);
        }
        await officer.PressMainAsync();
    }
}
