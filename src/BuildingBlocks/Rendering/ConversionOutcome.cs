namespace Project06.BuildingBlocks.Rendering;

/// <summary>Why an upload can't be shown to an officer. Each has its own plain sentence for the citizen.</summary>
public enum ConversionProblem
{
    /// <summary>The file has no bytes.</summary>
    Empty,

    /// <summary>More bytes, pixels or memory than allowed.</summary>
    TooLarge,

    /// <summary>A PDF with more pages than allowed.</summary>
    TooManyPages,

    /// <summary>Neither picture nor PDF by its content, whatever its name says.</summary>
    NotAPicture,

    /// <summary>A PDF that opens with a password only.</summary>
    Locked,

    /// <summary>Says it is a picture or PDF, but can't be read to its end.</summary>
    Broken,

    /// <summary>Not the citizen's fault: a program isn't installed here. Logged; the administrator must act.</summary>
    ToolMissing,
}

/// <summary>One page as officers see it.</summary>
/// <param name="Jpeg">An upright JPEG in sRGB without metadata.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Rendition(byte[] Jpeg, int Width, int Height);

/// <summary>What became of an upload: exactly one of <see cref="Converted"/> and <see cref="Refused"/>.</summary>
public abstract record ConversionOutcome
{
    private ConversionOutcome()
    {
    }

    /// <summary>It can be shown.</summary>
    /// <param name="Kind">What the original is.</param>
    /// <param name="Pages">One for a picture; for a PDF one a page, in order.</param>
    public sealed record Converted(UploadKind Kind, IReadOnlyList<Rendition> Pages) : ConversionOutcome;

    /// <summary>It can't.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Refused(ConversionProblem Problem) : ConversionOutcome;
}
