using System.Globalization;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.Population.Features.AbsenceNotices;

/// <summary>The notice of a recorded absence, for the absent person, whoever filed it and the office that recorded it.</summary>
internal sealed class AbsenceNoticeModel(
    PopulationDbContext db, IMediator mediator, ReferenceBook references, AbsenceGrounds grounds) : PageModel
{
    private static readonly string[] Shown =
    [
        PersonFields.Name, PersonFields.Number, PersonFields.BirthDate, PersonFields.Sex, PersonFields.Residence, PersonFields.Absence,
    ];

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public Absence Absence { get; private set; } = null!;

    public PersonRecord Person { get; private set; } = null!;

    public NationalHeading Heading { get; private set; } = null!;

    public string Office { get; private set; } = "";

    public string Ground { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var actor = User.Actor();
        var offices = actor.Posts.Select(p => p.OrganisationCode).ToArray();
        var found = await (
            from a in db.Absences.AsNoTracking()
            join p in db.Persons.AsNoTracking() on a.PersonId equals p.Id
            where a.Id == id && (a.PersonId == actor.PersonId || a.FiledBy == actor.PersonId || offices.Contains(a.DecidingOrganisation))
            select new { Absence = a, Person = p }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return NotFound();

        (Absence, Person) = (found.Absence, found.Person);
        await db.RecordAccessAsync(
            Access(actor),
            [new PersonShown(Person.Id, Shown)], cancellationToken);
        await DescribeAsync(cancellationToken);
        return Page();
    }

    private AccessContext Access(Actor actor) =>
        actor.PersonId != Absence.FiledBy && actor.Posts.FirstOrDefault(p => p.OrganisationCode == Absence.DecidingOrganisation) is { } post
            ? AccessContext.Official(actor, post, AccessPurposes.Decide, Absence.ProcedureCode, Absence.DossierCode)
            : AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, Absence.ProcedureCode, Absence.DossierCode);

    private async Task DescribeAsync(CancellationToken cancellationToken)
    {
        var day = Absence.DecidedAt.LegalDate();
        var snapshot = references.Current;
        var unit = snapshot.FindUnit(Absence.DecidingUnit, day);
        var province = unit is null ? null : snapshot.FindUnit(unit.ProvinceCode, day);
        var offices = await mediator.Send(new FindOrganisations([Absence.DecidingOrganisation]), cancellationToken);
        Office = offices is [var office] ? office.Name : Absence.DecidingOrganisation;
        Heading = new NationalHeading(
            province is null ? Office.ToUpper(Vietnamese) : $"Công an {province.FullName}".ToUpper(Vietnamese),
            province is null ? null : Office.ToUpper(Vietnamese), Number: null, unit?.Name, day);
        Ground = grounds.Find(Absence.Ground, Absence.FromDate)?.TextVi ?? "";
    }

    /// <summary>The birth date as exactly as it is known.</summary>
    public string BornOn => Person.BirthPrecision switch
    {
        DatePrecision.Year => Person.BirthDate.ToString("yyyy", Vietnamese),
        DatePrecision.Month => Person.BirthDate.ToString("MM/yyyy", Vietnamese),
        _ => Person.BirthDate.Written(),
    };

    public string SexText => Person.Sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => "Chưa xác định",
    };

    /// <summary>Address, commune and province on that day, as much of it as is known.</summary>
    public string PlaceText(string address, string? unitCode)
    {
        var snapshot = references.Current;
        var unit = unitCode is null ? null : snapshot.FindUnit(unitCode, Absence.DecidedAt.LegalDate());
        var province = unit is null ? null : snapshot.FindUnit(unit.ProvinceCode, Absence.DecidedAt.LegalDate());
        return string.Join(", ", new[] { address, unit?.FullName, province?.FullName }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
