using System.Globalization;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>A host with the procedure of every kind of step, and a copy of a real one under another code.</summary>
public class ScratchGround : TestGround
{
    public const string Copied = "8.000009";
    private readonly Scratch _folders = new();

    /// <inheritdoc/>
    protected override TestHostOptions Options()
    {
        _folders.AddCopy(TestFolders.Absence, Copied);
        return new() { Settings = { ["PublicServices:ProceduresFolder"] = _folders.Place } };
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folders.Place, recursive: true);
    }

    /// <summary>Files the procedure of every step; answers the dossier's code.</summary>
    public static async Task<string> FileAsync(TestBrowser applicant, string? witness, string kind = "paper", int copies = 2)
    {
        var page = await applicant.GetAsync($"/apply/{Scratch.Code}");
        while (page.IsShown().Path.Split('/')[^1] is var at && at != "check-answers")
        {
            var form = page.Form();
            switch (at)
            {
                case "witness" when witness is not null:
                    var person = TestNation.Account(witness);
                    form.Set("witness.Number", person.Number).Set("witness.FullName", person.Name);
                    break;
                case "kind":
                    form.Set("kind", kind).Set("copies", copies.ToString(CultureInfo.InvariantCulture));
                    break;
                case "reason":
                    form.Set("reason", "Để dùng vào việc riêng");
                    break;
                case "from-day":
                    form.SetDate("from-day", new DateOnly(2026, 11, 23));
                    break;
            }
            page = await form.SubmitAsync();
        }
        return await page.FileAsync();
    }
}
