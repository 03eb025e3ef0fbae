using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;file-field&gt;</c>: photographs or files; child content lists what is already there.</summary>
[HtmlTargetElement("file-field")]
public sealed class FileFieldTagHelper : FieldTagHelper
{
    /// <summary>Media types or extensions the file dialogue offers. The server decides by content all the same.</summary>
    public string? Accept { get; set; }

    /// <summary>environment: the phone's back camera opens first.</summary>
    public string? Capture { get; set; }

    /// <summary>Several files at once.</summary>
    public bool Multiple { get; set; }

    /// <summary>Said in the hint, and before sending where there is JavaScript.</summary>
    public int? MaxMegabytes { get; set; }

    private protected override string? HintText => MaxMegabytes is { } most
        ? Hint?.Contains($" {most} MB", StringComparison.Ordinal) is true ? Hint : HintAnd(T["file.limit", most].Value)
        : Hint;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var uploaded = await output.GetChildContentAsync();
        var input = Describe(Markup.Empty("input", Errors.Count > 0 ? "file-input file-input-error" : "file-input"))
            .With("id", Id)
            .With("name", Name)
            .With("type", "file")
            .With("accept", Accept)
            .With("capture", Capture)
            .WithFlag("multiple", Multiple)
            .With("data-preview", Id + "-preview")
            .With("data-max-bytes", MaxMegabytes is { } most ? (most * 1024L * 1024).ToString(CultureInfo.InvariantCulture) : null)
            .With("data-too-big", MaxMegabytes is { } limit ? T["file.too-big", limit].Value : null)
            .Taking(output.Attributes);
        var there = uploaded.IsEmptyOrWhiteSpace
            ? null
            : Markup.Element("div", "file-uploaded", Markup.Element("p", "file-uploaded-title", T["file.uploaded"].Value), uploaded);
        var preview = Markup.Element("div", "file-preview").With("id", Id + "-preview").With("aria-live", "polite");

        Group(output, Markup.Join(LabelFor(Id), HintAndErrors(), there, input, preview));
    }
}
