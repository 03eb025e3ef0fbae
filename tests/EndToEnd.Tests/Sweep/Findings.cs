using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;

namespace Project06.EndToEnd.Tests.Sweep;

/// <summary>Looks at the page that is shown and says what is wrong with it.</summary>
internal static partial class Findings
{
    private static readonly string[] Tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Lets every page from now on have axe; half a megabyte isn't sent to each anew.</summary>
    public static Task BringAxeAsync(this Visitor visitor) => visitor.Page.AddInitScriptAsync(Axe);

    /// <summary>What axe finds: each rule with the places.</summary>
    public static async Task<IEnumerable<string>> AxeAsync(this Visitor visitor) => await visitor.Page.EvaluateAsync<string[]>("""
        tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] }).then(result => result.violations.flatMap(
            rule => rule.nodes.map(node => `axe ${rule.id}: ${node.target} ${node.html.slice(0, 160)}`)))
        """, Tags);

    /// <summary>Whether the page can be pushed sideways, and what sticks out.</summary>
    public static async Task<IEnumerable<string>> SidewaysAsync(this Visitor visitor) =>
        await visitor.Page.EvaluateAsync<string[]>("""
            () => {
                const root = document.documentElement
                if (root.scrollWidth <= root.clientWidth) return []
                const inScroller = e => { for (let p = e.parentElement; p; p = p.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(p).overflowX) && p !== document.body && p !== root) return true; return false }
                const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > root.clientWidth + 1 && !inScroller(e))
                return [`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}: ` + out.slice(0, 3).map(e => e.outerHTML.slice(0, 90)).join(' … ')]
            }
            """);

    /// <summary>Language, title, one heading, no name of a text instead of the text.</summary>
    public static async Task<IEnumerable<string>> WordsAsync(this Visitor visitor, string language)
    {
        var found = new List<string>();
        var lang = await visitor.Page.Locator("html").GetAttributeAsync("lang");
        if (lang != language)
            found.Add($"html lang is {lang}");
        if (await visitor.Page.TitleAsync() is not { Length: > 8 } title || title.StartsWith('–'))
            found.Add("has no title");
        if (await visitor.Page.Locator("h1").CountAsync() != 1)
            found.Add($"has {await visitor.Page.Locator("h1").CountAsync()} h1");
        var text = await visitor.Page.EvaluateAsync<string>("""
            () => { const copy = document.body.cloneNode(true); copy.querySelectorAll('.code, pre, code, [data-technical]').forEach(e => e.remove()); return document.title + ' ' + copy.textContent }
            """);
        found.AddRange(TextName().Matches(text).Select(m => m.Value).Where(v => !NotTexts().IsMatch(v)).Distinct().Select(v => $"a text's name is shown: {v}"));
        if (text.Contains("{0}", StringComparison.Ordinal))
            found.Add("a text's place is left empty: {0}");
        return found;
    }

    [GeneratedRegex(@"(?<![\w@./-])[a-z][a-z-]+(\.[a-z][a-z0-9-]*)+(?![\w@/-])")]
    private static partial Regex TextName();

    // Mail addresses, files, and what events and jobs are called.
    [GeneratedRegex(@"\.(vn|jpg|png|pdf)$|^(public-services|civil-status|population|steering|transparency|e-identification|host)\.")]
    private static partial Regex NotTexts();
}
