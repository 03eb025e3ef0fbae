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
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Desk;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.OfficialForms.Desk;

/// <summary>Form 07: the register of dossiers filed with the official's organisations in a range of days.</summary>
internal sealed class ShowRegisterModel(
    PublicServicesDbContext db, ProcedureBook procedures, IMediator mediator, ReferenceBook reference, TimeProvider clock) : PageModel
{
    private const int PageSize = 50, LongestDays = 366;

    [FromQuery(Name = "from")] public string? From { get; set; }
    [FromQuery(Name = "to")] public string? To { get; set; }
    [FromQuery(Name = "p")] public int PageNumber { get; set; } = 1;

    public DateOnly First { get; private set; }
    public DateOnly Last { get; private set; }
    public int Total { get; private set; }
    public int Pages { get; private set; }
    public FormSheet Sheet { get; private set; } = null!;

    public string Link(int number) => string.Create(CultureInfo.InvariantCulture, $"/desk/register?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}&p={number}");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        Last = Day(To) ?? today;
        First = Day(From) ?? Last;
        if (First > Last || Last.DayNumber - First.DayNumber > LongestDays)
            First = Last;
        var actor = User.Actor();
        var scope = new DeskScope(actor, procedures);
        var (begin, end) = (First.At(TimeOnly.MinValue), Last.AddDays(1).At(TimeOnly.MinValue));
        var found = scope.Visible(db.Dossiers.AsNoTracking()).Where(d => d.FiledAt >= begin && d.FiledAt < end);
        Total = await found.CountAsync(cancellationToken);
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        var rows = await found.OrderBy(d => d.FiledAt).ThenBy(d => d.Id).Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);

        var names = new Dictionary<Guid, string>();
        foreach (var group in rows.GroupBy(d => scope.Post(d.ReceivingOrganisation, d.DecidingOrganisation)))
        {
            Guid[] ids = [.. group.Select(d => d.ApplicantId).Distinct()];
            var access = AccessContext.Official(actor, group.Key, AccessPurposes.Queue);
            foreach (var person in await mediator.Send(new FindPeople(ids, [PersonFields.Name], access), cancellationToken))
                names[person.PersonId] = person.FullName;
        }
        var culture = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi");
        try
        {
            Sheet = OfficeSheets.Register(
                await HeadingAsync(actor, today, cancellationToken), First, Last, today, (PageNumber - 1) * PageSize + 1,
                [.. rows.Select(d => new RegisterLine(
                    d.Code.Value, procedures.Get(d.ProcedureCode, d.ProcedureVersion).Name.Vi, names.GetValueOrDefault(d.ApplicantId, ""),
                    d.Channel, d.FiledAt, d.AcceptedAt, d.PromisedAt, d.EndedAt, DossierLifecycle.Of(d.State).Name.Vi))]);
        }
        finally
        {
            CultureInfo.CurrentUICulture = culture;
        }
    }

    private async Task<(string Authority, string Office, string Place)> HeadingAsync(Actor actor, DateOnly today, CancellationToken cancellationToken)
    {
        var post = actor.Posts[0];
        var offices = await mediator.Send(new FindOrganisations([post.OrganisationCode]), cancellationToken);
        return FormFacts.Heading(offices.FirstOrDefault(), post.OrganisationName, reference.Current, today);
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
