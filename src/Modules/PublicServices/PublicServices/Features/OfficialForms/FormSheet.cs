namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>The forms of TT 03/2025/TT-VPCP by number.</summary>
internal static class FormKinds
{
    public const string Receipt = "01", Supplement = "02", Refusal = "03", Apology = "04", Stop = "05",
        ControlSheet = "06", Register = "07";

    public static readonly IReadOnlyList<string> ToApplicant = [Receipt, Supplement, Refusal, Apology, Stop];
}

/// <summary>
/// One form as filled in: everything its paper shows, in Vietnamese. Kept as issued, so that screen, print and file
/// say for ever what was sent.
/// </summary>
/// <param name="Kind">Number of the form in the circular's annex; empty on a paper that is none of them.</param>
/// <param name="Number">Its number in the office's sequence; null on a sheet that isn't issued.</param>
/// <param name="Authority">First line of the heading's left side.</param>
/// <param name="Office">The issuing office.</param>
/// <param name="SignedAs">In what quality it is signed; null without a signature.</param>
/// <param name="SignedBy">Who acted for the office.</param>
/// <param name="StatusAddress">What its QR code opens: the dossier's public state.</param>
internal sealed record FormSheet(
    string Kind, string? Number, string Authority, string Office, string Place, DateOnly? Date, string Title,
    IReadOnlyList<FormPart> Parts, string? SignedAs, string? SignedBy, string? DossierCode, string? StatusAddress)
{
    /// <summary>Below the title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What its QR code opens instead of the dossier's state: where the paper itself is verified.</summary>
    public string? VerifyAddress { get; init; }
}

/// <summary>A stretch of a form: a heading, running text, labelled values or a table, whichever are there.</summary>
internal sealed record FormPart(
    string? Heading = null, string? Text = null, IReadOnlyList<FormLine>? Lines = null, FormTable? Table = null);

/// <param name="Checked">Also stands on the page that verifies the paper.</param>
internal sealed record FormLine(string Label, string Value, bool Checked = false);

internal sealed record FormTable(IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows);
