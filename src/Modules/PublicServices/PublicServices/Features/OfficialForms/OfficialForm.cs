using System.Text.Json;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>A form that an office issued. Its content is fixed with its number; the file is made from it once.</summary>
internal sealed class OfficialForm
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    public required Guid Id { get; init; }
    public required Guid DossierId { get; init; }

    /// <summary>The message that told the applicant; one form follows from one message.</summary>
    public required Guid MessageId { get; init; }

    public required string Kind { get; init; }
    public required string Organisation { get; init; }
    public required int Year { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>A <see cref="FormSheet"/> as JSON.</summary>
    public required string Content { get; init; }

    /// <summary>The signed PDF, once it is made.</summary>
    public Guid? FileId { get; private set; }

    public FormSheet Sheet => JsonSerializer.Deserialize<FormSheet>(Content, Json)!;
}
