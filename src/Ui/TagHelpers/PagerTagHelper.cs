using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Project06.Ui.TagHelpers;

/// <summary><c>&lt;pager page="2" pages="14" href-format="?page={0}" /&gt;</c>; nothing where there is one page.</summary>
[HtmlTargetElement("pager")]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; }

    /// <summary>How many there are.</summary>
    public int Pages { get; set; }

    /// <summary>Address of a page, with {0} for its number.</summary>
    public string HrefFormat { get; set; } = "?page={0}";

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        var texts = ViewContext.Texts();
        var list = Markup.Element("ul", "pager-list");
        var last = 0;
        foreach (var number in Shown())
        {
            if (number > last + 1)
            {
                list.InnerHtml.AppendHtml(Markup.Element("li", "pager-gap", "…").With("aria-hidden", "true"));
            }

            last = number;
            var link = Link(number, number.ToString(CultureInfo.InvariantCulture))
                .With("aria-label", texts["pager.page", number].Value)
                .With("aria-current", number == Page ? "page" : null);
            list.InnerHtml.AppendHtml(Markup.Element("li", null, link));
        }

        output.Becomes("nav", "pager");
        output.Attributes.SetAttribute("aria-label", texts["pager.label"].Value);
        output.Content.SetHtmlContent(Markup.Join(
            Page > 1 ? Link(Page - 1, texts["pager.previous"]).With("rel", "prev") : null,
            list,
            Page < Pages ? Link(Page + 1, texts["pager.next"]).With("rel", "next") : null));
    }

    private IEnumerable<int> Shown() => new[] { 1, Page - 1, Page, Page + 1, Pages }
        .Where(number => number >= 1 && number <= Pages)
        .Distinct()
        .Order();

    private TagBuilder Link(int number, string text) => Markup.Element("a", null, text)
        .With("href", HrefFormat.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
}
