using System.Text.Json;
using Microsoft.Playwright;

namespace Project06.EndToEnd.Tests.Ground;

/// <summary>Where the keyboard's focus is.</summary>
/// <param name="Place">Number among the page's places, in the order they were first met; -1 when the focus is nowhere.</param>
/// <param name="Tag">Name of the element.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Name">Name of the field or button.</param>
/// <param name="Value">Its value.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Text">What it is called.</param>
/// <param name="On">Ticked, chosen or open.</param>
/// <param name="Marked">Whether it shows that it has the focus.</param>
/// <param name="Seen">Whether anything of it can be seen: on the screen, and under nothing.</param>
internal sealed record Stand(
    int Place, string Tag, string Kind, string Name, string Value, string Href, string Text, bool On, bool Marked, bool Seen)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // What has the focus, in the browser's words.
    private const string Look = """
        () => {
            const e = document.activeElement
            if (!e || e === document.body || e === document.documentElement) return null
            const places = (window.p06places ??= [])
            if (!places.includes(e)) places.push(e)
            const label = e.labels?.[0]
            const marks = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 && !/, 0\)$/.test(s.outlineColor)) || s.boxShadow !== 'none'
            const drawn = /radio|checkbox/.test(e.type ?? '') && label ? [label, e.parentElement] : []
            const marked = [e, ...drawn].some(one => marks(getComputedStyle(one)) || marks(getComputedStyle(one, '::before')))
            const boxes = [e, ...drawn].flatMap(one => [...one.getClientRects()])
            const seen = boxes.some(b => [[.5, .5], [.1, .5], [.9, .5], [.5, .2], [.5, .8]].some(([x, y]) => {
                const at = document.elementFromPoint(b.left + b.width * x, b.top + b.height * y)
                return at && (e.contains(at) || at === label || label?.contains(at))
            }))
            const words = e.getAttribute('aria-label') ?? (label ? label.innerText : e.matches('input, select, textarea') ? '' : e.innerText)
            return JSON.stringify({
                place: places.indexOf(e), tag: e.localName, kind: e.type ?? '', name: e.name ?? '', value: String(e.value ?? ''),
                href: e.getAttribute('href') ?? e.getAttribute('formaction') ?? e.form?.getAttribute('action') ?? '', text: (words ?? '').trim().replace(/\s+/g, ' '),
                on: Boolean(e.checked ?? e.parentElement?.open), marked, seen,
            })
        }
        """;

    /// <summary>In the browser: every place that Tab should come to, in the page's order; a group of radios is one.</summary>
    public const string Places = """
        () => {
            const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
                e => e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true }))
            const stops = all.filter(e => {
                if (e.type !== 'radio') return true
                const group = all.filter(o => o.type === 'radio' && o.name === e.name && o.form === e.form)
                return e === (group.find(o => o.checked) ?? group[0])
            })
            window.p06stops = stops
            return stops.map(e => `${e.localName} ${(e.name || e.innerText || e.getAttribute('aria-label') || '').trim().slice(0, 40)}`)
        }
        """;

    /// <summary>In the browser: number of the focused place among <see cref="Places"/>, and where it stands on the page.</summary>
    public const string Where = """
        () => {
            const e = document.activeElement
            if (!e || e === document.body || e === document.documentElement) return [-2, 0, 0]
            // What sticks, floats or scrolls by itself stands nowhere on the page.
            let floats = false
            for (let p = e; p && p !== document.body; p = p.parentElement) {
                const { position, overflowY } = getComputedStyle(p)
                floats ||= (/sticky|fixed|absolute/.test(position) && !/radio|checkbox/.test(e.type ?? '')) || (/auto|scroll/.test(overflowY) && p.scrollHeight > p.clientHeight)
            }
            const box = (e.labels?.[0] ?? e).getBoundingClientRect()
            return floats ? [window.p06stops.indexOf(e), -1, -1] : [window.p06stops.indexOf(e), Math.max(0, box.top + scrollY), Math.max(0, box.bottom + scrollY)]
        }
        """;

    /// <summary>What has the focus; null when nothing has.</summary>
    public static async Task<Stand?> OfAsync(IPage page) =>
        await page.EvaluateAsync<string?>(Look) is { } told ? JsonSerializer.Deserialize<Stand>(told, Json) : null;

    /// <summary>Whether it is what is looked for: the end of its address, the beginning of its text, or the name of its field.</summary>
    public bool Is(string sought) => sought.StartsWith('/')
        ? Tag == "a" && Href.Split('?')[0].EndsWith(sought, StringComparison.Ordinal)
        : Name.Equals(sought, StringComparison.Ordinal) || Text.StartsWith(sought, StringComparison.OrdinalIgnoreCase);
}
