using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Project06.Benchmarks.Web;

/// <summary>A form as the page has it, filled in and sent.</summary>
internal sealed class WebForm(WebPage page, IHtmlFormElement form)
{
    private readonly Dictionary<string, string> _typed = [];
    private readonly List<(string Name, string FileName, string Type, byte[] Content)> _files = [];

    public bool Has(string name) => form.QuerySelector($"[name=\"{name}\"]") is not null;

    /// <summary>Names of the controls that were typed in or chosen from.</summary>
    public IReadOnlyCollection<string> Answered => _typed.Keys;

    /// <summary>Whether letters are typed into a control rather than something chosen.</summary>
    public bool IsTyped(string name) => form.QuerySelector($"[name=\"{name}\"]") is IHtmlTextAreaElement or IHtmlInputElement { Type: not ("radio" or "checkbox") };

    /// <summary>Types or chooses.</summary>
    public WebForm Set(string name, string value)
    {
        _typed[name] = value;
        return this;
    }

    public WebForm Attach(string name, string fileName, string type, byte[] content)
    {
        _files.Add((name, fileName, type, content));
        return this;
    }

    /// <summary>Names of the controls to fill in, with what each offers where it offers a choice.</summary>
    public IEnumerable<(string Name, string Kind, IReadOnlyList<string> Offered, bool Filled)> Controls() => form
        .QuerySelectorAll("input[name], select[name], textarea[name]")
        .Where(e => e is not IHtmlInputElement { Type: "hidden" or "submit" })
        .GroupBy(e => e.GetAttribute("name")!)
        .Select(g => g.First() switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } box => (
                g.Key, box.Type, (IReadOnlyList<string>)[.. g.OfType<IHtmlInputElement>().Select(b => b.Value)],
                g.OfType<IHtmlInputElement>().Any(b => b.IsChecked)),
            IHtmlSelectElement select => (
                g.Key, "select", [.. select.Options.Select(o => o.Value).Where(v => v.Length > 0)],
                select.QuerySelector("option[selected]") is { } chosen && chosen.GetAttribute("value") is { Length: > 0 }),
            IHtmlInputElement { Type: "file" } => (g.Key, "file", [], false),
            IHtmlInputElement input => (g.Key, "text", [], input.Value.Length > 0),
            _ => (g.Key, "text", [], g.First().TextContent.Trim().Length > 0),
        });

    /// <summary>Presses a button: the first, or the one with this value.</summary>
    public Task<WebPage> SubmitAsync(CancellationToken ct, string? button = null)
    {
        var pressed = form.QuerySelectorAll("button[type=submit], button:not([type])")
            .FirstOrDefault(b => button is null || b.GetAttribute("value") == button)
            ?? throw new UnexpectedPageException(page, $"no button {button}");
        var values = Standing().Where(v => !_typed.ContainsKey(v.Key)).Concat(_typed).ToList();
        if (pressed.GetAttribute("name") is { Length: > 0 } name)
            values.Add(KeyValuePair.Create(name, pressed.GetAttribute("value") ?? ""));
        var action = pressed.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page.Uri.PathAndQuery : new Uri(page.Uri, action).PathAndQuery;
        return page.Browser.PostAsync(address, _files.Count > 0 ? Multipart(values) : new FormUrlEncodedContent(values), ct);
    }

    private IEnumerable<KeyValuePair<string, string>> Standing()
    {
        foreach (var element in form.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var value = element switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
                IHtmlInputElement { Type: "submit" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Options.FirstOrDefault(o => o.IsSelected)?.Value,
                _ => element.TextContent,
            };
            if (value is not null)
                yield return KeyValuePair.Create(element.GetAttribute("name")!, value);
        }
    }

    private MultipartFormDataContent Multipart(List<KeyValuePair<string, string>> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, type, bytes) in _files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue(type);
            content.Add(part, name, fileName);
        }
        return content;
    }
}
