namespace Project06.EndToEnd.Tests.Sweep;

// What every dossier has, whatever its procedure.
internal sealed partial class Scenery
{
    private static IReadOnlyList<Stop> Flow(string waiting) =>
    [
        new("withdraw", "/dossiers/{code}/withdraw", $"/dossiers/{waiting}/withdraw"),
        Refused(new("withdraw", "/dossiers/{code}/withdraw", $"/dossiers/{waiting}/withdraw")),
        new("consents-none", "/consents", "/consents"),
    ];
}
