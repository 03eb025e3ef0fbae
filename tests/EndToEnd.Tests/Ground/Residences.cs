using Microsoft.Playwright;
using Project06.EIdentification.Contracts;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>What the procedures of residence are answered with.</summary>
internal static class Residences
{
    public const string Confirmation = "1.010041", Stay = "2.001159", Correction = "1.012564", Temporary = "1.004194", Permanent = "1.004222";

    /// <summary>Nobody's in the nation, so that it is a change for whoever asks for it.</summary>
    public const string NativePlace = "Xã Mẫu Mới, tỉnh Bắc Ninh";

    public static Dictionary<string, object> ConfirmationOf(string content) => new()
    {
        ["who"] = "self", ["content"] = content, ["purpose"] = "Làm hồ sơ nhập học",
    };

    public static Dictionary<string, object> StayOf(params DemoAccount[] guests)
    {
        var answers = new Dictionary<string, object>
        {
            ["from"] = TestNation.Today.AddDays(1), ["until"] = TestNation.Today.AddDays(10), ["reason"] = "Thăm nhà",
            ["guest-count"] = FormattableString.Invariant($"{guests.Length}"),
        };
        for (var i = 0; i < guests.Length; i++)
            answers[FormattableString.Invariant($"guest-{i + 1}")] = Named.Of(guests[i]);
        return answers;
    }

    public static Dictionary<string, object> CorrectionWith(FilePayload evidence) => new()
    {
        ["who"] = "self", ["field"] = "native-place", ["new-place"] = NativePlace, ["evidence"] = evidence, ["reason"] = "Ghi nhầm khi nhập liệu",
    };

    public static Dictionary<string, object> RentedFrom(DemoAccount owner, Commune unit, FilePayload contract) => new()
    {
        ["who"] = "self", ["dwelling"] = "rented", ["host"] = Named.Of(owner), ["unit"] = unit, ["address"] = "ngõ 8 phố Mẫu",
        ["from"] = TestNation.Today.AddDays(5), ["until"] = TestNation.Today.AddDays(365), ["dwelling-proof"] = contract,
    };

    /// <summary>The newest consent that was asked for a dossier.</summary>
    public static Task<Guid> ConsentOfAsync(Site site, string code) => site.Database.ScalarAsync<Guid>("""
        SELECT c.id FROM public_services.consents c JOIN public_services.dossiers d ON d.id = c.dossier_id
        WHERE d.code = $1 ORDER BY c.asked_at DESC LIMIT 1
        """, code);
}
