using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;task-list&gt;</c>: the parts of a longer piece of work and how each stands.</summary>
[HtmlTargetElement("task-list")]
public sealed class TaskListTagHelper : TagHelper
{
    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output) => output.Becomes("ul", "govuk-task-list");
}

/// <summary><c>&lt;task&gt;</c> inside <c>&lt;task-list&gt;</c>.</summary>
[HtmlTargetElement("task", ParentTag = "task-list")]
public sealed class TaskTagHelper : TagHelper
{
    /// <summary>What is to do.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where; null while it can't be started.</summary>
    public string? Href { get; set; }

    /// <summary>How it stands, in words.</summary>
    public string Status { get; set; } = "";

    /// <summary>due, late, ok or plain; null: no coloured ground.</summary>
    public string? Kind { get; set; }

    /// <summary>A line under the title.</summary>
    public string? Hint { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var id = ViewContext.NextId("task");
        var title = Href is null
            ? Markup.Element("span", null, Title)
            : Markup.Element("a", "govuk-task-list__link", Title).With("href", Href).With("aria-describedby", id);
        var hint = string.IsNullOrEmpty(Hint) ? null : Markup.Element("div", "govuk-task-list__hint", Hint);
        var status = Markup.Element(
            "div",
            "govuk-task-list__status",
            Kind is null ? Status : Markup.Element("strong", StatusTagTagHelper.ClassOf(Kind), Status)).With("id", id);

        output.Becomes("li", Href is null ? "govuk-task-list__item" : "govuk-task-list__item govuk-task-list__item--with-link");
        output.Content.SetHtmlContent(Markup.Join(Markup.Element("div", "govuk-task-list__name-and-hint", title, hint), status));
    }
}
