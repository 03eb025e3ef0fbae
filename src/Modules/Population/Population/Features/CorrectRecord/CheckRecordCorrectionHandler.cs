using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Time;
using Project06.Population.Contracts;
using Project06.Population.Data;
using Project06.Population.Domain;
using Project06.PublicServices.Contracts;
using Asking = Project06.Population.Contracts.CorrectRecord;

namespace Project06.Population.Features.CorrectRecord;

/// <summary>Looks at a correction while it is filled in: who owns the field, and whether anything would change.</summary>
internal sealed class CheckRecordCorrectionHandler(PopulationDbContext db, RecordFields fields, TimeProvider clock)
    : IRequestHandler<CheckRecordCorrection, IReadOnlyList<CheckFinding>>
{
    public async Task<IReadOnlyList<CheckFinding>> Handle(CheckRecordCorrection request, CancellationToken cancellationToken)
    {
        if (request.PersonId is not { } id || fields.Find(request.Field) is not { } field
            || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is not { } person)
            return [];
        if (!field.IsCorrectedHere(person, await db.HasEntryAsync(person, cancellationToken)))
            return [new CheckFinding("field", true,
                $"“{field.TextVi}” lấy từ sổ hộ tịch hoặc từ thủ tục khác, nên không điều chỉnh ở đây. Cần làm: {field.ElsewhereVi}{Code(field)}.",
                $"“{field.TextEn}” comes from a register or another procedure, so it isn’t corrected here. What to do: {field.ElsewhereEn}{Code(field)}.")];
        var asked = new Asking(
            id, field.Code, request.NewName, request.NewDate, request.NewPlace, request.NewEthnicCode, request.NewPhone, request.NewEmail, null);
        var property = field.Kind switch
        {
            "name" => "newName", "date" => "newDate", "place" => "newPlace", "ethnicity" => "newEthnicCode", "phone" => "newPhone", _ => "newEmail",
        };
        if (Correction.ValueOf(field, asked) is not { } value)
            return request.NewEmail is null ? [] : [ResidenceWording.Finding("newEmail", true, "email-shape")];
        if (value is DateOnly day && day > clock.Today())
            return [ResidenceWording.Finding(property, true, CorrectField.DateWrong)];
        var present = PersonChanges.Written(db.Entry(person).Property(field.Property).CurrentValue);
        return present == PersonChanges.Written(value) ? [ResidenceWording.Finding(property, true, CorrectField.Unchanged)] : [];
    }

    private static string Code(RecordField field) => field.ElsewhereProcedure.Length == 0 ? "" : $" ({field.ElsewhereProcedure})";
}
