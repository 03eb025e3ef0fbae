using System.Text.Json;

namespace Project06.PublicServices.Features.Catalogue.Book;

/// <summary>
/// The full text of one procedure, kept as the line of the file it came from and read when it is shown: 5 MB of JSON would
/// be 60 MB of strings.
/// </summary>
internal sealed class Description(byte[] json, bool isFromMinistry)
{
    public DescriptionText Read()
    {
        using var document = JsonDocument.Parse(json);
        return isFromMinistry ? DescriptionReader.FromMinistry(document.RootElement) : DescriptionReader.FromPortal(document.RootElement);
    }
}

internal sealed record DescriptionText(
    string? Decision,
    DateOnly? DecidedOn,
    DateOnly? UpdatedOn,
    IReadOnlyList<string> Agencies,
    IReadOnlyList<string> Authorities,
    IReadOnlyList<string> Coordinating,
    IReadOnlyList<DescribedMethod> Methods,
    IReadOnlyList<DescribedCase> Cases,
    IReadOnlyList<PaperGroup> Papers,
    IReadOnlyList<string> Results,
    IReadOnlyList<DescribedLaw> Laws,
    string Conditions,
    IReadOnlyList<string> Steps)
{
    public IReadOnlyList<TextBlock> StepBlocks => StructuredText.Of(Steps);
    public IReadOnlyList<TextBlock> ConditionBlocks => StructuredText.Of([Conditions]);
}

/// <param name="Fees">One line each, as text.</param>
internal sealed record DescribedMethod(string Channel, string Time, string Unit, string Note, IReadOnlyList<DescribedFee> Fees);

/// <param name="Amount">Null: the text tells.</param>
internal sealed record DescribedFee(long? Amount, string Currency, string Note);
internal sealed record DescribedCase(string Name, string Time, string Unit);
internal sealed record PaperGroup(string Name, IReadOnlyList<DescribedPaper> Papers);
internal sealed record DescribedPaper(string Name, int Originals, int Copies, IReadOnlyList<string> Forms);
internal sealed record DescribedLaw(string Number, string Title);
