using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests;

// Three different things written beside one birth entry: what was missing, what was wrong, what is new.
public sealed partial class RegisterJourneys
{
    private const string Changes = "1.004859";
    private FilePayload _paper = null!;

    [Fact]
    public async Task BirthEntry_IsSupplementedCorrectedAndChanged_ThenCopied()
    {
        const string rightPlace = "Trạm y tế Mẫu, phường Cửa Nam, thành phố Hà Nội";
        await using var office = new Office(site);
        await using var mother = await Visitor.ArriveAsync(site, 360, 780);
        await mother.SignInAsync(TestNation.Account("neighbour-08"));
        _paper = await Papers.BirthNoticeAsync(site);
        var born = new Child("", "Sao", new DateOnly(2026, 11, 15), "00123.GCS.00008.26");
        await mother.GoAsync($"/apply/{BirthSteps.Procedure}");
        await mother.AnswerAsync(born, _paper);
        await FinishAsync(office, mother, await mother.FileAsync(), "register", "sign");
        var child = await ChildAsync(born);
        var surname = child.Name[..^" Sao".Length];

        // Missing isn't wrong: what the register lacks can't be corrected, only supplemented.
        await AmendAsync(office, mother, child, "supplement", "name", "Chữ đệm", "Thị", new()
        {
            ["new-surname"] = surname, ["new-middle-name"] = "Thị", ["new-given-name"] = "Sao", ["subject-is-nine"] = false,
        }, firstTriedAs: "correction");
        child = await ChildAsync(born);
        Assert.Equal($"{surname} Thị Sao", child.Name);

        await AmendAsync(office, mother, child, "correction", "birth-place", born.BirthPlace, rightPlace, new() { ["new-birth-place"] = rightPlace });
        await AmendAsync(office, mother, child, "change", "name", "Sao", "Bình", new()
        {
            ["new-surname"] = surname, ["new-middle-name"] = "Thị", ["new-given-name"] = "Bình", ["subject-is-nine"] = false,
        });
        child = await ChildAsync(born);
        Assert.Equal($"{surname} Thị Bình", child.Name);

        // The book keeps its words and has the three notes beside them.
        var number = await site.Database.ScalarAsync<int>("SELECT number FROM civil_status.birth_entries WHERE birth_notice_code = $1", born.NoticeCode);
        var officer = await office.AsAsync("officer");
        await officer.GoAsync($"/civil-status/books/2026/{number}");
        foreach (var told in (string[])[$"{surname} Sao", born.BirthPlace, rightPlace, "Bổ sung số", "Cải chính số", "Thay đổi số"])
            await officer.SeesAsync(told);
        await officer.ShootAsync("change-book");

        await CopyAsync(office, mother, child);
        mother.ComplainsNot();
        office.ComplainsNot();
    }

    private async Task AmendAsync(
        Office office, Visitor mother, Named child, string kind, string field, string before, string after,
        Dictionary<string, object> answers, string? firstTriedAs = null)
    {
        var kinds = new Dictionary<string, string> { ["supplement"] = "bổ sung", ["correction"] = "cải chính", ["change"] = "thay đổi" };
        answers["whose"] = "child";
        answers["subject"] = child;
        answers["kind"] = firstTriedAs ?? kind;
        answers["field"] = field;
        answers["ground"] = "Giấy chứng sinh ghi khác với sổ";
        answers["evidence"] = _paper;
        answers["deciding-unit"] = Ward;
        var asked = await mother.WalkAsync(Changes, answers, page => mother.ShootAsync($"{kind}-{page}"));
        Assert.Equal("whose", asked[0]);
        Assert.DoesNotContain("authorisation", asked);
        if (firstTriedAs is not null)
        {
            await mother.PressMainAsync();
            await mother.SeesAsync("nên không phải cải chính");
            await mother.ShootAsync($"{kind}-refused");
            await mother.GoAsync(mother.At.Split('?')[0].Replace("check-answers", "kind?change=true", StringComparison.Ordinal));
            answers["kind"] = kind;
            await mother.WalkOnAsync(answers);
        }
        await mother.SeesAsync(after);
        await mother.ShootAsync($"{kind}-check-answers");
        var code = await mother.FileAsync();
        await FinishAsync(office, mother, code, "register", "sign");

        await mother.OpenResultAsync(code, "/civil-status/changes/");
        await mother.SeesAsync($"Trích lục {kinds[kind]} hộ tịch");
        await mother.SeesAsync(before);
        await mother.SeesAsync(after);
        await mother.ShootAsync($"{kind}-extract");
        var extract = await mother.DownloadPaperAsync(mother.Page.Locator("main a[href$='/pdf']").First);
        await mother.GoAsync(extract.Address);
        await mother.SeesAsync("Giấy này có giá trị");
    }

    /// <summary>The child as the nation knows them by now.</summary>
    private async Task<Named> ChildAsync(Child born)
    {
        var number = await site.Database.ScalarAsync<string>("SELECT child_number FROM civil_status.birth_entries WHERE birth_notice_code = $1", born.NoticeCode);
        return new(
            await site.Database.ScalarAsync<Guid>("SELECT id FROM population.persons WHERE number = $1", number), number,
            await site.Database.ScalarAsync<string>(
                "SELECT concat_ws(' ', surname, nullif(middle_name, ''), given_name) FROM population.persons WHERE number = $1", number));
    }
}
