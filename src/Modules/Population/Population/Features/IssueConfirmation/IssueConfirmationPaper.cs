using System.Security.Cryptography;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.Population.Features.Confirmations;
using Project06.Population.Features.Effects;

namespace Project06.Population.Features.IssueConfirmation;

/// <summary>
/// <c>population.issue-residence-confirmation</c>: the record of today on a signed paper. It is printed before anything is
/// saved; when that fails nothing happened and the event is tried again.
/// </summary>
internal sealed class IssueConfirmationPaper(
    PopulationDbContext db, ResidenceBook book, PaperPlaces places, ConfirmationPrinter printer, IMediator mediator)
{
    public const string PersonUnknown = "person-unknown";

    public async Task<Outcome> RunAsync(Asked<IssueResidenceConfirmation> asked, CancellationToken cancellationToken)
    {
        var (input, now) = (asked.Input, asked.By.RecordedAt);
        var today = now.LegalDate();
        if (await db.Persons.SingleOrDefaultAsync(p => p.Id == asked.Fields.PersonId && p.DiedOn == null, cancellationToken) is not { } person)
            return PersonUnknown;
        var signer = (await mediator.Send(new FindPeople([input.DecidedByPersonId], [PersonFields.Name], Access: null), cancellationToken)).SingleOrDefault();
        var heading = await places.HeadingAsync(input.DecidingOrganisation, input.DecidingUnit, today, cancellationToken);
        var residences = await book.ResidencesAsync([person], cancellationToken);
        var content = new ConfirmationContent(
            heading.Authority, heading.Office ?? heading.Authority, heading.Place, await RowsAsync(person, residences, asked.Fields.Purpose, today, cancellationToken),
            asked.Fields.Content == "history" ? [.. History(residences, today)] : []);
        var id = Guid.CreateVersion7(now);
        var draft = Of(asked, id, content, today, signer?.FullName ?? "");
        var file = db.AddFile(await printer.PrintAsync(draft, content, await places.OfficeAsync(input.DecidingOrganisation, cancellationToken), cancellationToken), "application/pdf", now);
        db.Add(Of(asked, id, content, today, signer?.FullName ?? "", draft.Token, file.Id));
        return Outcome.Done("residence-confirmation", ConfirmationLinks.Of(id));
    }

    private async Task<List<PaperRow>> RowsAsync(
        PersonRecord person, IEnumerable<Residence> residences, string? purpose, DateOnly today, CancellationToken cancellationToken)
    {
        var inForce = residences.Where(r => r.Status == VersionStatus.InForce && r.Holds(today)).ToList();
        var home = person.HouseholdId is { } id ? await db.Households.AsNoTracking().SingleAsync(h => h.Id == id, cancellationToken) : null;
        var head = home?.HeadId is { } headId ? await db.Persons.AsNoTracking().SingleAsync(p => p.Id == headId, cancellationToken) : null;
        var rows = new List<PaperRow>
        {
            new("Họ, chữ đệm và tên", person.FullName),
            new("Ngày, tháng, năm sinh", PaperPlaces.BornOn(person.BirthDate, person.BirthPrecision)),
            new("Giới tính", PaperPlaces.SexText(person.Sex)),
            new("Số định danh cá nhân", person.Number),
            new("Nơi thường trú", Written(inForce, ResidenceKind.Permanent, today)),
            new("Nơi tạm trú", Written(inForce, ResidenceKind.Temporary, today)),
        };
        if (inForce.Any(r => r.Kind == ResidenceKind.Current))
            rows.Add(new("Nơi ở hiện tại", Written(inForce, ResidenceKind.Current, today)));
        if (head is not null)
            rows.Add(new("Chủ hộ", head.Id == person.Id ? "Chính là người được xác nhận" : head.FullName));
        if (!string.IsNullOrWhiteSpace(purpose))
            rows.Add(new("Mục đích xác nhận", purpose));
        return rows;
    }

    private string Written(IEnumerable<Residence> residences, ResidenceKind kind, DateOnly today) =>
        residences.Where(r => r.Kind == kind).MaxBy(r => r.FromDate) is { } found ? places.Line(found, today) : "Không có";

    private IEnumerable<string> History(IEnumerable<Residence> residences, DateOnly today) => residences
        .Where(r => r.Status != VersionStatus.Annulled && r.Kind is ResidenceKind.Permanent or ResidenceKind.Temporary)
        .OrderByDescending(r => r.FromDate ?? DateOnly.MinValue)
        .Select(r => (r.Kind == ResidenceKind.Permanent ? "Thường trú: " : "Tạm trú: ") + places.Line(r, today));

    private static Confirmation Of(
        Asked<IssueResidenceConfirmation> asked, Guid id, ConfirmationContent content, DateOnly today, string signer, string? token = null, Guid file = default) => new()
    {
        Id = id,
        Token = token ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        RequestId = asked.RequestId,
        PersonId = asked.Fields.PersonId,
        Content = content.Write(),
        AsOf = today,
        DossierCode = asked.Input.DossierCode,
        ProcedureCode = asked.Input.ProcedureCode,
        FiledBy = asked.Input.ApplicantId,
        DecidingOrganisation = asked.Input.DecidingOrganisation,
        DecidingUnit = asked.Input.DecidingUnit,
        SignedBy = asked.Input.DecidedByPersonId,
        SignedByName = signer,
        IssuedAt = asked.By.RecordedAt,
        FileId = file,
    };
}
