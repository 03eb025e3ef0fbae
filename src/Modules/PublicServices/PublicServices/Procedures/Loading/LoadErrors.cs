namespace Project06.PublicServices.Procedures;

/// <param name="File">Path from the procedures folder.</param>
internal sealed record LoadError(string File, int Line, string Reason)
{
    public override string ToString() => $"{File}:{Line}: {Reason}";
}

/// <summary>Everything wrong with the procedure folders; the host doesn't start with any of it.</summary>
internal sealed class ProcedureFoldersException(IReadOnlyList<LoadError> errors)
    : Exception($"The procedure folders have {errors.Count} error(s):\n{string.Join('\n', errors)}")
{
    public IReadOnlyList<LoadError> Errors { get; } = errors;
}

/// <summary>Gathers what is wrong, so that all is said at once.</summary>
internal sealed class LoadErrors
{
    private readonly List<LoadError> errors = [];

    public IReadOnlyList<LoadError> Sorted =>
        [.. errors.Distinct().OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)];

    public void Add(string file, long line, string reason) => errors.Add(new LoadError(file, (int)line, reason));
}
