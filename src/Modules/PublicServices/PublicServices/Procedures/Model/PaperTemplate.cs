using System.Text.RegularExpressions;

namespace Project06.PublicServices.Procedures;

/// <summary>
/// A paper as a folder writes it down (<c>paper.&lt;name&gt;.yaml</c>). Its texts are Vietnamese, as papers of offices are, with
/// places in braces that are filled in when it is issued.
/// </summary>
/// <param name="Subtitle">Below the title.</param>
/// <param name="Number">Its number, with <c>{paper.number}</c> and <c>{paper.year}</c>.</param>
/// <param name="SignedAs">In what quality its signatory signs.</param>
internal sealed partial record PaperTemplate(
    string Name, string Title, string? Subtitle, string Number, string SignedAs, IReadOnlyList<PaperSection> Sections)
{
    /// <summary>What is known of the paper itself.</summary>
    public static readonly IReadOnlyList<string> Own = ["paper.number", "paper.year", "paper.date", "paper.dossier", "paper.office", "paper.signer"];

    /// <summary>Names in braces.</summary>
    public static IEnumerable<string> Places(string text) => Place().Matches(text).Select(place => place.Groups[1].Value);

    /// <summary>The text with its places filled in.</summary>
    public static string Fill(string text, Func<string, string> words) => Place().Replace(text, place => words(place.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}

/// <summary>A stretch of a paper: heading, running text, lines, whichever are there.</summary>
/// <param name="When">When it belongs to the paper; null: always.</param>
internal sealed record PaperSection(string? Heading, string? Text, Condition? When, IReadOnlyList<PaperLine> Lines);

/// <param name="Checked">Also stands on the page that verifies the paper, to compare with the paper in hand.</param>
internal sealed record PaperLine(string Label, string Value, Condition? When, bool Checked);
