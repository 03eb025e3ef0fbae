using System.Text.RegularExpressions;
using Project06.BuildingBlocks.Text;
using Project06.Population.Domain;
using Asking = Project06.Population.Contracts.CorrectRecord;

namespace Project06.Population.Features.CorrectRecord;

/// <summary>The new value that fits a field, out of what a dossier says.</summary>
internal static partial class Correction
{
    /// <summary>The value as the record's property has it; null when it is missing or can't be one.</summary>
    public static object? ValueOf(RecordField field, Asking asked) => field.Kind switch
    {
        "name" => VietnameseText.Clean(asked.NewName),
        "date" => asked.NewDate,
        "place" => VietnameseText.Clean(asked.NewPlace),
        "ethnicity" => asked.NewEthnicCode,
        "phone" => VietnameseText.Clean(asked.NewPhone)?.Replace(" ", "", StringComparison.Ordinal),
        "email" => VietnameseText.Clean(asked.NewEmail) is { } address && EmailShape().IsMatch(address) ? address : null,
        _ => null,
    };

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\.[^@\s]+$", RegexOptions.None, 1000)]
    private static partial Regex EmailShape();
}
