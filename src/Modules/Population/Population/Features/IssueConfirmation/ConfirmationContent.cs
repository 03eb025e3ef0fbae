using System.Text.Json;
using Project06.Population.Domain;

namespace Project06.Population.Features.IssueConfirmation;

/// <summary>What a confirmation says, kept as it was said.</summary>
/// <param name="Authority">Upper line of the heading.</param>
/// <param name="Office">The issuing office.</param>
/// <param name="Place">Commune's name, before the date.</param>
/// <param name="Rows">Label and value, in order.</param>
/// <param name="History">Residences one after another, where they were asked for.</param>
internal sealed record ConfirmationContent(
    string Authority, string Office, string? Place, IReadOnlyList<PaperRow> Rows, IReadOnlyList<string> History)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static ConfirmationContent Read(Confirmation confirmation) =>
        JsonSerializer.Deserialize<ConfirmationContent>(confirmation.Content, JsonSerializerOptions.Web)!;
}

/// <summary>One line of a paper.</summary>
internal sealed record PaperRow(string Label, string Value);
