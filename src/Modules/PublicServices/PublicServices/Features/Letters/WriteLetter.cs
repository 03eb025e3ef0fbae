using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;

namespace Project06.PublicServices.Features.Letters;

/// <summary>Keeps a letter about a dossier; the caller has made sure that the writer is its applicant or of its office.</summary>
/// <param name="Organisation">The office it goes to or comes from.</param>
internal sealed record WriteLetter(Dossier Dossier, string Organisation, bool FromOffice, Guid By, string? Text) : IRequest<Result<Guid>>;

internal sealed class WriteLetterHandler(
    PublicServicesDbContext db, DossierLetters letters, DossierFlow flow, TimeProvider clock, IStringLocalizer<CitizenTexts> texts)
    : IRequestHandler<WriteLetter, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(WriteLetter command, CancellationToken cancellationToken)
    {
        var (dossier, now) = (command.Dossier, clock.GetUtcNow());
        if (!Letter.MayWrite(dossier, now))
            return new Error("letter.closed", texts["letters.closed", Letter.DaysAfterEnd], nameof(command.Text));
        if (VietnameseText.CleanLines(command.Text) is not { Length: > 0 } text)
            return new Error("letter.missing", texts["letters.missing"], nameof(command.Text));
        if (text.Length > Letter.Longest)
            return new Error("letter.too-long", texts["letters.too-long", Letter.Longest], nameof(command.Text));
        if (!command.FromOffice
            && await db.Letters.CountAsync(l => l.DossierId == dossier.Id && !l.FromOffice && l.ReadAt == null, cancellationToken) >= Letter.MostUnread)
            return new Error("letter.too-many", texts["letters.too-many", Letter.MostUnread], nameof(command.Text));

        var letter = new Letter
        {
            Id = Guid.CreateVersion7(now),
            DossierId = dossier.Id,
            Organisation = command.Organisation,
            FromOffice = command.FromOffice,
            WrittenBy = command.By,
            Text = text,
            At = now,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(letter);
        if (command.FromOffice)
        {
            flow.Tell(dossier, CitizenMessages.Letter, now);
            await letters.MarkReadByOfficeAsync(dossier.Id, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return letter.Id;
    }
}
