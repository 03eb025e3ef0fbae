using Project06.PublicServices.Features.OfficialForms;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>Fills a folder's template in.</summary>
internal static class PaperSheets
{
    public static FormSheet Of(
        PaperTemplate template, PaperWords words, (string Authority, string Office, string Place) heading, DateOnly day,
        string signer, string dossier, string verifyAddress) => new(
        Kind: "", words.Fill(template.Number), heading.Authority, heading.Office, heading.Place, day, words.Fill(template.Title),
        [.. template.Sections.Where(section => Holds(section.When, words)).Select(section => Part(section, words))],
        words.Fill(template.SignedAs), signer, dossier, StatusAddress: null)
    {
        Subtitle = template.Subtitle is { } subtitle ? words.Fill(subtitle) : null,
        VerifyAddress = verifyAddress,
    };

    private static FormPart Part(PaperSection section, PaperWords words) => new(
        section.Heading is { } heading ? words.Fill(heading) : null,
        section.Text is { } text ? words.Fill(text) : null,
        [.. section.Lines.Where(line => Holds(line.When, words))
            .Select(line => new FormLine(words.Fill(line.Label), words.Fill(line.Value), line.Checked))]);

    private static bool Holds(Condition? when, PaperWords words) => when?.Holds(words.ValueOf) ?? true;
}
