using System.Globalization;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>Addresses of extracts of notes; written into dossiers' results, so they never change.</summary>
internal static class EntryChangeLinks
{
    public static string Show(Guid changeId) => $"/civil-status/changes/{changeId}";

    public static string Pdf(Guid changeId) => $"/civil-status/changes/{changeId}/pdf";

    public static string FileName(EntryChange note) => string.Create(CultureInfo.InvariantCulture, $"trich-luc-thay-doi-{note.Number}-{note.Year}.pdf");
}
