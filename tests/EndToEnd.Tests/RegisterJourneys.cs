namespace Project06.EndToEnd.Tests;

/// <summary>The registers beside that of births, from citizen to result: deaths and what they end, notes beside an entry, copies.</summary>
[Collection(nameof(Site))]
public sealed partial class RegisterJourneys(Site site)
{
    private static readonly Commune Ward = new("01", "00082");

    private async Task FinishAsync(Office office, Visitor applicant, string code, params string[] last)
    {
        await office.ActAsync("clerk", code, "accept");
        await office.ActAsync("officer", code, "send-draft");
        await applicant.GoAsync($"/dossiers/{code}");
        await applicant.PressAsync("Xác nhận bản nháp đúng");
        await office.ActAsync("officer", code, last[0]);
        await office.ActAsync("leader", code, last[1]);
    }
}
