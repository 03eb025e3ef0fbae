using System.Text.Json;
using Project06.PublicServices.Features.OfficialForms;

namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>A paper that a dossier led to, as it was signed; never changed.</summary>
internal sealed class IssuedPaper
{
    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>The asking it answers; one paper follows from one.</summary>
    public required Guid RequestId { get; init; }

    public required string ProcedureCode { get; init; }
    public required string Template { get; init; }

    /// <summary>Whom it is about.</summary>
    public required Guid AboutId { get; init; }

    public required string Organisation { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }

    /// <summary>128 random bits: where it is verified.</summary>
    public required string Token { get; init; }

    /// <summary>A <see cref="FormSheet"/> as JSON.</summary>
    public required string Content { get; init; }

    public required Guid SignedById { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>The signed PDF.</summary>
    public required Guid FileId { get; init; }

    public FormSheet Sheet => JsonSerializer.Deserialize<FormSheet>(Content, OfficialForm.Json)!;
}
