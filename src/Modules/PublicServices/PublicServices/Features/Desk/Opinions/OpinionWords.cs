using System.Globalization;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Desk;

/// <summary>A question's offices and clock in words.</summary>
internal sealed class OpinionWords(TimeLeftWords left)
{
    public static string Name(IEnumerable<Organisation> offices, string code) => offices.FirstOrDefault(o => o.Code == code) is { } office
        ? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? office.NameEn : office.Name
        : code;

    /// <summary>The time the asked office has left, by its own calendar.</summary>
    public TimeLeft Left(OpinionRequest opinion, IEnumerable<Organisation> offices) => left.OfOffice(
        offices.FirstOrDefault(o => o.Code == opinion.AskedOrganisation)?.Kind ?? "", opinion.DueAt, opinion.AnsweredAt ?? opinion.WithdrawnAt);
}
