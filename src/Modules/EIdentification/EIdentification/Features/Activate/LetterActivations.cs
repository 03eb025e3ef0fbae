using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Notices;
using Project06.EIdentification.Sessions;
using Project06.Population.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.EIdentification.Features.Activate;

/// <summary>
/// A code by letter to where somebody is registered, which is what shows that it is they who take hold of the account. Only
/// for the living from fourteen on (Decree 69/2024/NĐ-CP), without a usable account, once a week.
/// </summary>
internal sealed class LetterActivations(
    EIdentificationDbContext db, IMediator mediator, AccountMaking making, ILetterPost post, KeyedHash hash, ReferenceBook reference,
    IConfiguration configuration, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
{
    private const int YoungestAge = 14;

    public async Task WriteAsync(AskedByStranger asked, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (await mediator.Send(new FindPersonByNumber(asked.Number, [], null), cancellationToken) is not { IsAlive: true } person
            || person.BirthDate.AddYears(YoungestAge) > today || await making.IsDeadAsync(person.PersonId, cancellationToken))
            return;
        var account = await making.FindOrMakeAsync(person, "letter", cancellationToken);
        var lately = asked.AskedAt - AskedByStranger.LetterPause;
        if (account.ActivatedAt is not null || account.ClosedAt is not null || await db.Activations.AnyAsync(
                a => a.AccountId == account.Id && a.Kind == ActivationKind.Letter && a.CreatedAt > lately, cancellationToken))
            return;
        var now = clock.GetUtcNow();
        var activation = new Activation
        {
            Id = Guid.NewGuid(), AccountId = account.Id, Kind = ActivationKind.Letter, Level = 1, CreatedAt = now, ExpiresAt = now + Activation.LetterLife,
        };
        db.Activations.Add(activation);
        using var _ = new SpokenLanguage(asked.Language);
        await post.SendAsync(new OutgoingLetter(
            activation.Id, person.FullName, AddressOf(person, today), asked.Language, texts["letter.subject"],
            [texts["letter.why"], texts["letter.how", $"{configuration["Site:BaseUrl"]}/activate"], texts["letter.until", activation.ExpiresAt.LegalDate().Written()], texts["letter.not-you"]],
            WrittenCodes.Grouped(hash.CodeOf(EnterActivationCodeHandler.Purpose, activation.Id, EnterActivationCodeHandler.Length))), cancellationToken);
    }

    private string[] AddressOf(Person person, DateOnly today)
    {
        var commune = reference.Current.FindUnit(person.ResidenceUnit, today);
        var province = commune is null ? null : reference.Current.FindUnit(commune.ProvinceCode, today);
        return [.. new[] { person.ResidenceAddress, commune?.FullName, province?.FullName }.Where(line => !string.IsNullOrEmpty(line)).OfType<string>()];
    }
}
