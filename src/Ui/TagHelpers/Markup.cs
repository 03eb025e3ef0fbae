using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary>Elements in one expression: <c>Markup.Element("p", "hint", text).With("id", id)</c>. Text is encoded.</summary>
internal static class Markup
{
    public static IHtmlContent Nothing { get; } = HtmlString.Empty;

    public static TagBuilder Element(string name, string? cssClass = null, params ReadOnlySpan<object?> children)
    {
        var element = new TagBuilder(name);
        if (!string.IsNullOrEmpty(cssClass))
        {
            element.AddCssClass(cssClass);
        }

        foreach (var child in children)
        {
            Append(element.InnerHtml, child);
        }

        return element;
    }

    public static TagBuilder Empty(string name, string? cssClass = null)
    {
        var element = Element(name, cssClass);
        element.TagRenderMode = TagRenderMode.SelfClosing;
        return element;
    }

    public static TagBuilder Hidden(string text) => Element("span", "visually-hidden", text);

    /// <summary>Sets an attribute; null leaves it out.</summary>
    public static TagBuilder With(this TagBuilder element, string name, string? value)
    {
        if (value is not null)
        {
            element.Attributes[name] = value;
        }

        return element;
    }

    /// <summary>Sets an attribute without a value where the condition holds.</summary>
    public static TagBuilder WithFlag(this TagBuilder element, string name, bool on) =>
        element.With(name, on ? name : null);

    /// <summary>Moves what the page wrote on the tag and no property took (maxlength, data-…) onto an inner element.</summary>
    public static TagBuilder Taking(this TagBuilder element, TagHelperAttributeList attributes)
    {
        foreach (var attribute in attributes)
        {
            element.MergeAttribute(attribute.Name, attribute.Value?.ToString() ?? "", replaceExisting: false);
        }

        attributes.Clear();
        return element;
    }

    public static IHtmlContent Join(params ReadOnlySpan<object?> parts)
    {
        var all = new HtmlContentBuilder(parts.Length);
        foreach (var part in parts)
        {
            Append(all, part);
        }

        return all;
    }

    /// <summary>Turns the written tag into an element with a class, keeping the classes the page added.</summary>
    public static void Becomes(this TagHelperOutput output, string tag, string cssClass)
    {
        output.TagName = tag;
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? cssClass : $"{cssClass} {own}");
    }

    private static void Append(IHtmlContentBuilder target, object? child)
    {
        switch (child)
        {
            case null:
                break;
            case IHtmlContent content:
                target.AppendHtml(content);
                break;
            default:
                target.Append(child.ToString()!);
                break;
        }
    }
}
