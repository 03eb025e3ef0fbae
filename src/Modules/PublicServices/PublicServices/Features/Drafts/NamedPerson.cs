using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Text;
using Project06.Population.Contracts;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>A person as somebody names them: both must fit, so that a number alone tells nobody a name.</summary>
internal sealed record NamedPerson(string Number, string FullName)
{
    /// <summary>The answer that names them; null after <paramref name="refuse"/> was told why not.</summary>
    public async Task<JsonNode?> FindAsync(
        IMediator mediator, IStringLocalizer<FormTexts> texts, Action<string> refuse, CancellationToken cancellationToken)
    {
        if (!IdentityNumber.TryParse(Number, null, out var parsed))
        {
            refuse(texts["person.number-shape"]);
            return null;
        }
        // Nothing is shown here: an unknown number and a name that doesn't fit get the same sentence.
        var found = await mediator.Send(new FindPersonByNumber(parsed.Digits, [], null), cancellationToken);
        if (found is not null && VietnameseText.Fold(found.FullName) == VietnameseText.Fold(FullName))
            return AnswerValues.Person(found.PersonId);
        refuse(texts["person.unknown"]);
        return null;
    }
}
