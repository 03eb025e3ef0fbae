namespace Project06.EndToEnd.Tests.Sweep;

// Official forms, apologies, and why a date is what it is.
internal sealed partial class Scenery
{
    private static IEnumerable<Stop> MyPapers(string code) =>
    [
        new("forms", "/dossiers/{code}/forms", $"/dossiers/{code}/forms"),
        new("form-receipt", "/dossiers/{code}/forms/{kind}", $"/dossiers/{code}/forms/01"),
        new("date", "/dossiers/{code}/date", $"/dossiers/{code}/date"),
    ];

    private static IEnumerable<Stop> OfficePapers(string code) =>
    [
        new("desk-forms", "/desk/{code}/forms", $"/desk/{code}/forms"),
        new("desk-control-sheet", "/desk/{code}/forms/{kind}", $"/desk/{code}/forms/06"),
        new("desk-date", "/desk/{code}/date", $"/desk/{code}/date"),
        new("desk-apology", "/desk/{code}/apology", $"/desk/{code}/apology"),
        new("desk-apologies", "/desk/apologies", "/desk/apologies"),
        new("desk-register", "/desk/register", "/desk/register"),
    ];
}
