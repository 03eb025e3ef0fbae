using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests;

/// <summary>One family's birth from phone to certificate, as its people see it.</summary>
[Collection(nameof(Site))]
public sealed partial class BirthJourney(Site site)
{
    [Theory]
    [InlineData(true, "mother", "dang ky khai sinh", "00123.GCS.00001.26")]
    [InlineData(false, "neighbour-05", "khai sinh", "00123.GCS.00002.26")]
    public async Task Birth_FromPhoneToCertificate(bool scripts, string account, string search, string noticeCode)
    {
        var person = TestNation.Account(account);
        var child = new Child("Thị Kiểm", "Thử", new DateOnly(2026, 11, 16), noticeCode);
        await using var mother = await Visitor.ArriveAsync(site, 360, 780, scripts);
        await using var admin = await Visitor.ArriveAsync(site, 1366, 900, scripts);
        await admin.SignInAsync(TestNation.Account("admin"));
        var figuresBefore = await FiguresAsync(admin);

        // She finds it and starts.
        await mother.GoAsync("/");
        await mother.Page.Locator("input[name=q]").FillAsync(search);
        await mother.PressSearchAsync();
        await mother.PressAsync("Đăng ký khai sinh");
        foreach (var told in (string[])["Ai làm được", "Giấy tờ cần có", "Không thu phí", "15 giờ", "Trung tâm Phục vụ hành chính công"])
            await mother.SeesAsync(told);
        await mother.PressAsync("Bắt đầu");
        await mother.SignInAsync(person);

        // One question a page; what the nation knows isn't asked.
        var asked = await mother.AnswerAsync(child, await Papers.BirthNoticeAsync(site));
        Assert.Equal("relation", asked[0]);
        Assert.DoesNotContain("mother", asked);
        Assert.DoesNotContain("father", asked);
        Assert.Contains("birth-notice", asked);
        await mother.SeesAsync(person.Name);
        await mother.SeesAsync("16/11/2026");
        await mother.PressMainAsync();

        // The receipt: code, date by the real calendar, and a QR that opens the public state.
        await mother.SeesAsync("Đã nộp hồ sơ");
        var code = mother.At.Split('/', '?')[2];
        await mother.PressAsync("Xem và in giấy tiếp nhận");
        await mother.SeesAsync(code);
        await mother.SeesAsync("20/11/2026");
        var status = await QrOnScreenAsync(mother);
        await mother.GoAsync(new Uri(status).AbsolutePath);
        await mother.SeesAsync(code);
        Assert.DoesNotContain(person.Name, await mother.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        // The office: clerk, officer (in English), mother's yes, officer, leader.
        await using (var clerk = await OfficialAsync("clerk", scripts))
        {
            await clerk.OpenAtDeskAsync(code);
            await clerk.TakeAsync("accept");
            await clerk.SeesAsync("Đã ghi nhận");
            clerk.ComplainsNot();
        }
        await using var officer = await OfficialAsync("officer", scripts);
        await officer.GoAsync("/desk?lang=en");
        await officer.OpenAtDeskAsync(code);
        Assert.Equal("en", await officer.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.True(await officer.Page.Locator(".evidence img").First.EvaluateAsync<bool>("image => image.decode().then(() => image.naturalWidth > 0)"));
        await officer.SeesAsync(child.Given);
        await officer.PressAsync("Send the draft to confirm");

        await mother.GoAsync("/");
        await mother.SeesAsync("Đang chờ");
        await mother.PressAsync("Xem và trả lời");
        await mother.PressAsync("Xác nhận bản nháp đúng");
        await officer.OpenAtDeskAsync(code);
        await officer.PressAsync("Write the entry");
        await site.Host.DrainOutboxAsync();

        await using (var leader = await OfficialAsync("leader", scripts))
        {
            await leader.OpenAtDeskAsync(code);
            await leader.TakeAsync("sign");
            await site.Host.DrainOutboxAsync();
            leader.ComplainsNot();
        }

        // The certificate.
        await mother.GoAsync("/messages");
        await mother.SeesAsync($"Hồ sơ {code} đã có kết quả");
        await mother.PressAsync($"Hồ sơ {code} đã có kết quả");
        await mother.PressAsync("Mở: Giấy khai sinh");
        var entry = EntryNumber().Match(await mother.Page.TitleAsync()).Value;
        var pdf = await DownloadAsync(mother, "Tải giấy khai sinh");
        var number = await site.Database.ScalarAsync<string>(
            "SELECT child_number FROM civil_status.birth_entries WHERE birth_notice_code = $1", noticeCode);
        await CheckCertificateAsync(mother, pdf, child, entry, number);

        // She sees who looked; the mail went; the administrator's figures moved.
        await mother.GoAsync("/my-data/access-log");
        foreach (var office in (string[])["Trung tâm Phục vụ hành chính công phường", "Ủy ban nhân dân phường"])
            await mother.SeesAsync(office);
        await mother.SeesAsync(code);
        var address = await site.Database.ScalarAsync<string>("SELECT email FROM e_identification.accounts WHERE number = $1", person.Number);
        Assert.Contains(site.Host.MailsTo(address), mail => mail.Contains(code, StringComparison.Ordinal));
        Assert.NotEqual(figuresBefore, await FiguresAsync(admin));

        mother.ComplainsNot();
        officer.ComplainsNot();
        admin.ComplainsNot();
    }

    [Theory]
    [InlineData("png")]
    [InlineData("heic")]
    [InlineData("pdf")]
    public async Task BirthNotice_OfAnyKind_IsShownAsPicture(string kind)
    {
        var child = new Child("Văn", "Ảnh", new DateOnly(2026, 11, 17), "");
        await using var mother = await Visitor.ArriveAsync(site, 360, 780);
        await mother.GoAsync($"/apply/{BirthSteps.Procedure}");
        await mother.SignInAsync(TestNation.Account(kind switch { "png" => "neighbour-01", "heic" => "neighbour-02", _ => "neighbour-03" }));

        await mother.AnswerAsync(child, await Papers.BirthNoticeAsync(site, kind));

        var paper = await mother.Page.Locator("a[href^='/evidence/']").First.GetAttributeAsync("href")
            ?? throw new InvalidOperationException("No paper.");
        await mother.GoAsync(paper);
        Assert.True(await mother.Page.Locator("img").EvaluateAsync<bool>("image => image.naturalWidth > 300"));
        mother.ComplainsNot();
    }

    private async Task<Visitor> OfficialAsync(string account, bool scripts)
    {
        var official = await Visitor.ArriveAsync(site, 1366, 900, scripts);
        await official.SignInAsync(TestNation.Account(account));
        Assert.StartsWith("/desk", official.At, StringComparison.Ordinal);
        return official;
    }

    private static async Task<string> FiguresAsync(Visitor admin)
    {
        await admin.GoAsync("/admin/figures");
        return string.Join(" | ", await admin.Page.Locator(".figures .figure-value").AllInnerTextsAsync());
    }

    private static async Task<byte[]> DownloadAsync(Visitor mother, string link)
    {
        var download = await mother.Page.RunAndWaitForDownloadAsync(() => mother.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task<string> QrOnScreenAsync(Visitor visitor)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, await visitor.Page.Locator("svg.qr").ScreenshotAsync());
        var address = await Programs.RunAsync("zbarimg", "--quiet", "--raw", file);
        File.Delete(file);
        return address.Trim();
    }

    private static async Task CheckCertificateAsync(Visitor anybody, byte[] pdf, Child child, string entry, string number)
    {
        var folder = Directory.CreateTempSubdirectory("p06-certificate-").FullName;
        var file = Path.Combine(folder, "certificate.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        var text = (await Programs.RunAsync("pdftotext", "-layout", file, "-")).Normalize();
        Assert.Contains($"{child.Middle} {child.Given}", text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(number, text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(entry, text, StringComparison.Ordinal);

        await Programs.RunAsync("pdftoppm", "-r", "150", "-png", file, Path.Combine(folder, "page"));
        var address = new Uri((await Programs.RunAsync("zbarimg", "--quiet", "--raw", Directory.GetFiles(folder, "page*.png").Single())).Trim());
        Directory.Delete(folder, recursive: true);
        Assert.StartsWith("/c/", address.AbsolutePath, StringComparison.Ordinal);
        await anybody.GoAsync(address.AbsolutePath);
        await anybody.SeesAsync("Giấy này có giá trị");
        await anybody.SeesAsync($"{child.Middle} {child.Given}");
        Assert.DoesNotContain(number, await anybody.TextAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d+/\d{4}|\d+")]
    private static partial Regex EntryNumber();
}
