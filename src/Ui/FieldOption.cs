namespace Project06.Ui;

/// <summary>One choice of a radio, checkbox or select field.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">A line under the text; not shown by a select field.</param>
public sealed record FieldOption(string Value, string Text, string? Hint = null);
