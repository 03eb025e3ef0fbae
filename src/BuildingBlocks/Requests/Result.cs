namespace Project06.BuildingBlocks.Requests;

/// <summary>
/// A legal refusal, as the reader of the page sees it: what happened, why, what to do next. Malformed input is a
/// ValidationException and a missing thing a <see cref="NotFoundException"/> instead.
/// </summary>
/// <param name="Code">Stable code for programs and tests, such as <c>dossier.already-decided</c>.</param>
/// <param name="Text">The sentence in the reader's language.</param>
/// <param name="Field">The form field it belongs to, if any.</param>
public sealed record Error(string Code, string Text, string? Field = null);

/// <summary>Either a value or an <see cref="Requests.Error"/>.</summary>
public readonly record struct Result<T>
{
    private Result(T? value, Error? error) => (Value, Error) = (value, error);

    /// <summary>The value; meaningful when <see cref="Succeeded"/>.</summary>
    public T? Value { get; }

    /// <summary>Why not; null when it succeeded.</summary>
    public Error? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool Succeeded => Error is null;

    /// <summary>A value is a success.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>An error is a refusal.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);
}

/// <summary>What was asked for doesn't exist, or isn't the asker's to see: answered as 404.</summary>
public sealed class NotFoundException(string what) : Exception($"Not found: {what}");
