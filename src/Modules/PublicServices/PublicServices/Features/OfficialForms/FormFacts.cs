using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>What forms are filled in from: a dossier, its history, its offices and the people on it.</summary>
internal sealed record FormFacts(
    Dossier Dossier, Procedure Procedure, IReadOnlyList<DossierStep> History, string Applicant, string Address,
    IReadOnlyDictionary<string, Organisation> Offices, IReadOnlyDictionary<Guid, string> Officials, Apology? Apology,
    string StatusAddress, ReferenceSnapshot Reference)
{
    public string OfficeName(string? code) => code is null ? "" : Offices.TryGetValue(code, out var office) ? office.Name : code;

    public string Official(Guid? person) => person is { } id && Officials.TryGetValue(id, out var name) ? name : "";

    /// <summary>The heading's left side, first line and second, and the place of the date.</summary>
    public (string Authority, string Office, string Place) Heading(string organisation, DateOnly on) =>
        Heading(Offices.GetValueOrDefault(organisation), organisation, Reference, on);

    public static (string Authority, string Office, string Place) Heading(Organisation? office, string otherwise, ReferenceSnapshot reference, DateOnly on)
    {
        if (office is null)
            return (otherwise, "", "");
        var unit = reference.FindUnit(office.UnitCode, on);
        var place = unit?.Name ?? office.Name;
        var (full, name) = (Upper(unit?.FullName ?? ""), Upper(office.Name));
        return office.Kind switch
        {
            OrganisationKinds.CommunePeoplesCommittee => ("ỦY BAN NHÂN DÂN", full, place),
            OrganisationKinds.CommuneServiceCentre => ($"ỦY BAN NHÂN DÂN {full}", name, place),
            OrganisationKinds.CommunePolice when unit is not null => (
                $"CÔNG AN {Upper(reference.FindUnit(unit.ProvinceCode, on)?.FullName ?? "")}", name, place),
            OrganisationKinds.ProvincialPolice => ("BỘ CÔNG AN", name, place),
            _ => (name, "", place),
        };
    }

    private static string Upper(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));
}

/// <summary>Reads them. Nobody is shown anything here: who shows a form records it.</summary>
internal sealed class FormFactsReader(
    PublicServicesDbContext db, ProcedureBook procedures, ReferenceBook reference, IMediator mediator, IConfiguration configuration)
{
    public async Task<FormFacts> ReadAsync(Dossier dossier, CancellationToken cancellationToken)
    {
        var history = (await db.Steps.AsNoTracking().Where(s => s.DossierId == dossier.Id).ToListAsync(cancellationToken))
            .OrderBy(s => s.At).ThenBy(s => s.FromStep != s.ToStep).ThenBy(s => s.Id).ToList();
        var apology = await db.Set<Apology>().AsNoTracking().SingleOrDefaultAsync(a => a.DossierId == dossier.Id, cancellationToken);
        string[] codes = [.. history.Select(h => h.ByOrganisation).Append(apology?.IssuedByOrganisation).OfType<string>()
            .Append(dossier.ReceivingOrganisation).Append(dossier.DecidingOrganisation).Distinct()];
        var offices = await mediator.Send(new FindOrganisations(codes), cancellationToken);
        Guid[] ids = [.. history.Where(h => h.ByOrganisation is not null).Select(h => h.ByPersonId).Append(apology?.IssuedByPersonId)
            .OfType<Guid>().Append(dossier.ApplicantId).Distinct()];
        var people = await mediator.Send(new FindPeople(ids, [], Access: null), cancellationToken);
        var applicant = people.FirstOrDefault(p => p.PersonId == dossier.ApplicantId);
        var unit = applicant is null ? null : reference.Current.FindUnit(applicant.ResidenceUnit, dossier.FiledAt.LegalDate());
        return new FormFacts(
            dossier, procedures.Get(dossier.ProcedureCode, dossier.ProcedureVersion), history, applicant?.FullName ?? "",
            string.Join(", ", new[] { applicant?.ResidenceAddress, unit?.FullName }.Where(p => !string.IsNullOrEmpty(p))),
            offices.ToDictionary(o => o.Code), people.ToDictionary(p => p.PersonId, p => p.FullName), apology,
            $"{configuration["Site:BaseUrl"]}/r/{dossier.PublicToken}", reference.Current);
    }
}
