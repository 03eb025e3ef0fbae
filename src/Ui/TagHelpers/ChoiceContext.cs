using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary>What a field tells the options inside it.</summary>
internal sealed record ChoiceContext(string Name, string Id, IReadOnlySet<string> Chosen)
{
    private int count;

    public static ChoiceContext Of(TagHelperContext context, string option) =>
        context.Items.TryGetValue(typeof(ChoiceContext), out var found) && found is ChoiceContext choice
            ? choice
            : throw new InvalidOperationException($"<{option}> stands inside its field.");

    /// <summary>Ids of the inputs: Name-1, Name-2, …</summary>
    public string NextId() => $"{Id}-{++count}";
}
