using System.Diagnostics;
using System.Net;
using System.Text;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Forms that go with what the applicant is told: numbered, fixed, signed once.</summary>
public sealed class OfficialFormsTests(TestGround ground) : IClassFixture<TestGround>
{
    [Fact]
    public async Task Receipt_IsIssuedOnAcceptanceAndStaysTheSame()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-01");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await mother.FileBirthAsync();
        (await mother.GetAsync($"/dossiers/{code}/forms")).IsShown().Shows("Chưa có giấy tờ nào");
        await clerk.TakeAsync(code, "accept");
        await ground.Host.DrainOutboxAsync();

        (await mother.GetAsync($"/dossiers/{code}/forms")).IsShown().Shows("Giấy tiếp nhận hồ sơ và hẹn trả kết quả");
        var name = TestNation.Account("neighbour-01").Name;
        var form = (await mother.GetAsync($"/dossiers/{code}/forms/01")).IsShown();
        form.Shows("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").Shows("/TNHS").Shows(name).Shows(code).Shows("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG");
        Assert.NotNull(form.Document.QuerySelector(".paper-foot svg"));

        var first = (await mother.GetAsync($"/dossiers/{code}/forms/01?pdf=true")).IsShown().Bytes;
        await ground.Database.ExecuteAsync("UPDATE public_services.dossiers SET promised_at = promised_at + interval '9 days' WHERE code = $1", code);
        var again = (await mother.GetAsync($"/dossiers/{code}/forms/01?pdf=true")).IsShown().Bytes;

        Assert.Equal(first, again);
        var text = await AskAsync(first, "pdftotext", "-layout");
        Assert.Contains(name, text, StringComparison.Ordinal);
        Assert.Contains("Trang 1/1", text, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", await AskAsync(first, "pdfsig"), StringComparison.Ordinal);
        (await mother.GetAsync($"/dossiers/{code}/forms/02")).HasStatus(HttpStatusCode.NotFound);
        using var stranger = await ground.Host.SignInAsync("neighbour-02");
        (await stranger.GetAsync($"/dossiers/{code}/forms/01")).HasStatus(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/dossiers/{code}/forms")).HasStatus(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Numbers_GoOnByOfficeAndForm()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-03");
        using var clerk = await ground.Host.SignInAsync("clerk");
        foreach (var _ in new[] { 1, 2 })
            await clerk.TakeAsync(await mother.FileBirthAsync(), "accept");
        await ground.Host.DrainOutboxAsync();

        var numbers = await ground.Database.QueryAsync<int>(
            "SELECT number FROM public_services.official_forms WHERE kind = '01' AND organisation = (SELECT max(organisation) FROM public_services.official_forms WHERE kind = '01') ORDER BY number");

        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.True(numbers.Count >= 2);
    }

    [Fact]
    public async Task Supplement_GoesWithItsFormAndIsSignedByTheJob()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-04");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await mother.FileBirthAsync();
        var ask = await clerk.GetAsync($"/desk/{code}/supplement");
        (await ask.Form().Set("Reason.birth-place", "Ghi thêm địa chỉ bệnh viện").SubmitAsync()).IsShown();
        await ground.Host.DrainOutboxAsync();

        await ground.Host.RunJobAsync("public-services.print-official-forms");

        (await mother.GetAsync($"/dossiers/{code}/forms/02")).IsShown()
            .Shows("Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ").Shows("Ghi thêm địa chỉ bệnh viện").Shows("7 ngày làm việc");
        Assert.Equal(1, await ground.Database.ScalarAsync<long>("""
            SELECT count(*) FROM public_services.official_forms f JOIN public_services.dossiers d ON d.id = f.dossier_id
            WHERE d.code = $1 AND f.kind = '02' AND f.file_id IS NOT NULL
            """, code));
    }

    [Fact]
    public async Task Office_SeesFormsAndRegister_AndIsRecorded()
    {
        using var mother = await ground.Host.SignInAsync("neighbour-05");
        using var clerk = await ground.Host.SignInAsync("clerk");
        var code = await mother.FileBirthAsync();
        await clerk.TakeAsync(code, "accept");
        await ground.Host.DrainOutboxAsync();
        var me = TestNation.Account("neighbour-05");

        var mark = await ground.Database.MarkLedgerAsync();
        (await clerk.GetAsync($"/desk/{code}/forms/01")).IsShown().Shows(me.Name);
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), r => r.PersonId == me.PersonId);

        (await clerk.GetAsync($"/desk/{code}/forms/06")).IsShown().Shows("Phiếu kiểm soát quá trình giải quyết hồ sơ").ShowsNowhere(me.Name);
        mark = await ground.Database.MarkLedgerAsync();
        (await clerk.GetAsync("/desk/register")).IsShown().Shows(code).Shows(me.Name);
        Assert.Contains(await ground.Database.LedgerSinceAsync(mark), r => r.PersonId == me.PersonId);
        (await clerk.GetAsync("/desk/register?from=2020-01-01&to=2020-01-02")).IsShown().ShowsNowhere(code);
        using var elsewhere = await ground.Host.SignInAsync("other-clerk");
        (await elsewhere.GetAsync($"/desk/{code}/forms/01")).HasStatus(HttpStatusCode.NotFound);
        (await elsewhere.GetAsync("/desk/register")).IsShown().ShowsNowhere(code);
    }

    private static async Task<string> AskAsync(byte[] pdf, string tool, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("p06-form-");
        try
        {
            var file = Path.Combine(folder.FullName, "form.pdf");
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(tool, [.. arguments, file, .. tool == "pdftotext" ? new[] { "-" } : []])
            {
                RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8,
            })!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
