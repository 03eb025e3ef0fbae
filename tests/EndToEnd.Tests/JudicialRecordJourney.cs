namespace Project06.EndToEnd.Tests;

/// <summary>A certificate of the province's police: asked for on a phone, signed at their desk, checked by whoever receives it.</summary>
[Collection(nameof(Site))]
public sealed class JudicialRecordJourney(Site site)
{
    [Fact]
    public async Task Number1_FromPhoneToWhoeverChecksIt()
    {
        var me = TestNation.Account("neighbour-15");
        await using var office = new Office(site);
        await using var citizen = await Visitor.ArriveAsync(site, 360, 780);
        await using var employer = await Visitor.ArriveAsync(site, 360, 780);
        await citizen.SignInAsync(me);
        await citizen.GoAsync($"/services/{JudicialRecords.Procedure}");
        await citizen.SeesAsync("10 ngày");
        var asked = await citizen.WalkAsync(
            JudicialRecords.Procedure, JudicialRecords.Own("number-1"), page => citizen.ShootAsync($"record-{page}"));
        Assert.Equal(["kind", "who", "other-names", "residence-history", "management-ban", "purpose"], asked);
        await citizen.SeesAsync("Cửa Nam");
        await citizen.ShootAsync("record-check-answers");
        var code = await citizen.FileAsync();
        await citizen.SeesAsync("Công an thành phố Hà Nội");

        // The commune's desks don't have it; the province's has.
        var clerk = await office.AsAsync("clerk");
        Assert.Equal(404, await clerk.OpenAsync($"/desk/{code}"));
        clerk.TakeComplaints();
        await office.ActAsync("records-officer", code, "accept");
        var officer = await office.AsAsync("records-officer");
        await officer.GoAsync("/desk?lang=en");
        await officer.FillInAsync(code, "find", new Dictionary<string, object> { ["office.conviction"] = "none" });
        await officer.ShootAsync("record-desk-english");
        var leader = await office.AsAsync("records-leader");
        await leader.GoAsync($"/desk/{code}");
        await leader.SeesAsync("Không có án tích");
        await leader.ShootAsync("record-leader");
        await office.ActAsync("records-leader", code, "issue");

        // In My papers, on the screen and as a file.
        await citizen.GoAsync("/my-papers");
        await citizen.LeaveByAsync(citizen.Page.Locator("main a[href*='/results/']").First, "record");
        Assert.StartsWith("/issued-papers/", citizen.At, StringComparison.Ordinal);
        await citizen.SeesAsync("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1");
        await citizen.SeesAsync("Không có án tích");
        await citizen.ShootAsync("record-paper");
        var paper = await citizen.DownloadPaperAsync(citizen.Page.Locator("main a[href$='/file']"));
        Assert.Contains(me.Name, paper.Text, StringComparison.Ordinal);
        Assert.Contains("BỘ CÔNG AN", paper.Text, StringComparison.Ordinal);
        Assert.Contains("Signature is Valid", paper.Signature, StringComparison.Ordinal);
        Assert.Contains(TestNation.Account("records-leader").Name, paper.Signature, StringComparison.Ordinal);
        Assert.StartsWith("/c/", paper.Address, StringComparison.Ordinal);

        // Whoever is handed the paper scans it; the person on it finds that out.
        await employer.GoAsync(paper.Address);
        await employer.SeesAsync("Giấy này đã được cấp");
        await employer.SeesAsync("Không có án tích");
        Assert.DoesNotContain(me.Number, await employer.TextAsync(), StringComparison.Ordinal);
        await employer.ShootAsync("record-checked");
        await employer.GoAsync(employer.At + "?lang=en");
        await employer.SeesAsync("This paper was issued");
        await citizen.GoAsync("/my-data/access-log");
        await citizen.SeesAsync("quét mã QR");

        citizen.ComplainsNot();
        employer.ComplainsNot();
        office.ComplainsNot();
    }
}
