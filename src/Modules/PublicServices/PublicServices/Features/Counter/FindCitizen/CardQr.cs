using System.Globalization;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;

namespace Project06.PublicServices.Features.Counter.FindCitizen;

/// <summary>
/// What was typed, scanned or read from a card. The QR of an identity card is a line of parts split by "|", the number first
/// (seen on cards; no published specification, so only the number is taken from it).
/// </summary>
internal sealed record Sought(string? Number, string? Name, DateOnly? BirthDate)
{
    public static Sought Read(string? text, DateOnly? birthDate)
    {
        var first = text?.Split('|', 2)[0];
        if (IdentityNumber.TryParse(first, CultureInfo.InvariantCulture, out var number))
            return new Sought(number.Digits, null, null);
        return new Sought(null, VietnameseText.Clean(text), birthDate);
    }

    public bool IsComplete => Number is not null || (Name is not null && BirthDate is not null);
}
