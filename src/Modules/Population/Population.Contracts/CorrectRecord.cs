using Project06.PublicServices.Contracts;

namespace Project06.Population.Contracts;

/// <summary>
/// Corrects one field of a person's record (procedure 1.012564); old and new value are kept with their source. The value
/// stands in the property that fits the field. Answers done with <c>correction-notice</c>.
/// </summary>
/// <param name="PersonId">Whose record.</param>
/// <param name="Field">Field code, as <c>data/population/record_fields.csv</c> lists it.</param>
/// <param name="NewName">The right surname, middle name or given name.</param>
/// <param name="NewDate">The right birth date.</param>
/// <param name="NewPlace">The right native place or place of birth.</param>
/// <param name="NewEthnicCode">The right ethnic group, by code.</param>
/// <param name="NewPhone">The right phone.</param>
/// <param name="NewEmail">The right e-mail address.</param>
/// <param name="Reason">What is wrong, in the person's words.</param>
[ProcedureName("population.correct-record")]
public sealed record CorrectRecord(
    Guid PersonId, string Field, string? NewName, DateOnly? NewDate, string? NewPlace, string? NewEthnicCode,
    string? NewPhone, string? NewEmail, string? Reason) : IProcedureEffect;

/// <summary>Whether a field can be corrected here as declared, or which register owns it.</summary>
[ProcedureName("population.record-correction")]
public sealed record CheckRecordCorrection(
    Guid? PersonId, string? Field, string? NewName, DateOnly? NewDate, string? NewPlace, string? NewEthnicCode,
    string? NewPhone, string? NewEmail) : IProcedureCheck;
