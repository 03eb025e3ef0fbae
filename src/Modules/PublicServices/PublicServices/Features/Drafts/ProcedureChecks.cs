using System.Globalization;
using System.Text.Json;
using MediatR;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts;

/// <summary>What an owner's check found, at the field of the form it is about.</summary>
internal sealed record CheckNote(string? FieldId, bool Blocks, string Vi, string En)
{
    public string Here => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : Vi;
}

/// <summary>Asks the owning modules whether what is declared can stand.</summary>
internal sealed class ProcedureChecks(IMediator mediator)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<IReadOnlyList<CheckNote>> RunAsync(FormState form, Guid requester, CancellationToken cancellationToken)
    {
        var notes = new List<CheckNote>();
        foreach (var use in form.Procedure.Checks)
        {
            var question = (IProcedureCheck)MappedAnswers.Build(use.Mappings, form.Values(), requester).Deserialize(use.Type, Json)!;
            foreach (var finding in await mediator.Send(question, cancellationToken))
            {
                var field = use.Mappings.FirstOrDefault(m => m.Property == finding.Property)?.From;
                notes.Add(new CheckNote(field, finding.Blocks, finding.Vi, finding.En));
            }
        }
        return notes;
    }
}
