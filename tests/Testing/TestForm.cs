using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Project06.Testing;

/// <summary>A form as the page shows it, filled in and sent like a browser does.</summary>
public sealed class TestForm
{
    private readonly TestPage _page;
    private readonly IHtmlFormElement _form;
    private readonly List<(string Name, string Value)> _values = [];
    private readonly List<(string Name, string FileName, string Type, byte[] Content)> _files = [];

    internal TestForm(TestPage page, IHtmlFormElement form)
    {
        (_page, _form) = (page, form);
        foreach (var element in Controls())
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
                continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked)
                        _values.Add((name, box.Value));
                    break;
                case IHtmlInputElement input:
                    _values.Add((name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    _values.Add((name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    _values.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (name, o.Value)));
                    break;
            }
        }
    }

    /// <summary>What would be sent now.</summary>
    public IReadOnlyList<(string Name, string Value)> Values => _values;

    /// <summary>Names of all fields, buttons included.</summary>
    public IReadOnlyList<string> Names =>
        [.. Controls().Select(e => e.GetAttribute("name")).OfType<string>().Distinct()];

    /// <summary>What a field shows; null when it shows nothing.</summary>
    public string? this[string name] => _values.Where(v => v.Name == name).Select(v => v.Value).FirstOrDefault();

    /// <summary>The answers a field offers, as they are sent.</summary>
    public IReadOnlyList<string> Offered(string name) =>
    [
        .. Named(name).OfType<IHtmlInputElement>().Where(i => i.Type is "radio").Select(i => i.Value),
        .. Named(name).OfType<IHtmlSelectElement>().SelectMany(s => s.Options.Select(o => o.Value)).Where(v => v.Length > 0),
    ];

    /// <summary>Types into a field, or chooses an answer that is offered.</summary>
    public TestForm Set(string name, string value)
    {
        var offered = Offered(name);
        Assert.True(offered.Count == 0 || offered.Contains(value), $"{name} doesn't offer “{value}” but: {string.Join(", ", offered)}");
        return Force(name, value);
    }

    /// <summary>Sends a value as somebody with tools might, whether or not it is offered.</summary>
    public TestForm Force(string name, string value)
    {
        _values.RemoveAll(v => v.Name == name);
        _values.Add((name, value));
        return this;
    }

    /// <summary>Types a date into its three boxes.</summary>
    public TestForm SetDate(string name, DateOnly date) => Set($"{name}.Day", $"{date.Day}").Set($"{name}.Month", $"{date.Month}").Set($"{name}.Year", $"{date.Year}");

    /// <summary>Ticks a box.</summary>
    public TestForm Tick(string name, string? value = null)
    {
        var box = Named(name).OfType<IHtmlInputElement>().First(i => i.Type == "checkbox" && (value is null || i.Value == value));
        if (!_values.Contains((name, box.Value)))
            _values.Insert(0, (name, box.Value));
        return this;
    }

    /// <summary>Chooses a file.</summary>
    public TestForm Attach(string name, string fileName, string type, byte[] content)
    {
        _ = Named(name);
        _files.Add((name, fileName, type, content));
        return this;
    }

    /// <summary>Presses a button: the first, or the one whose text, name or value says this.</summary>
    public Task<TestPage> SubmitAsync(string? button = null, bool follow = true)
    {
        var (address, content) = Prepare(button);
        return _page.Browser.PostAsync(address, content, follow);
    }

    /// <summary>Address and body of what the button sends.</summary>
    public (string Address, HttpContent Content) Prepare(string? button = null)
    {
        var pressed = Button(button);
        var action = pressed?.GetAttribute("formaction") ?? _form.GetAttribute("action");
        var values = _values.ToList();
        if (pressed?.GetAttribute("name") is { Length: > 0 } name)
            values.Add((name, pressed.GetAttribute("value") ?? ""));
        var address = string.IsNullOrEmpty(action) ? _page.Uri.PathAndQuery : new Uri(_page.Uri, action).PathAndQuery;
        return (address, _files.Count > 0 || _form.Enctype == "multipart/form-data"
            ? Multipart(values)
            : new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value))));
    }

    private IElement? Button(string? wanted)
    {
        var buttons = Controls().Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToList();
        if (wanted is null)
            return buttons.FirstOrDefault();
        return buttons.FirstOrDefault(b => b.GetAttribute("value") == wanted || b.GetAttribute("name") == wanted
                || (b.GetAttribute("formaction") ?? "").Contains("handler=" + wanted, StringComparison.Ordinal)
                || TestPage.Plain(b.TextContent).Contains(wanted, StringComparison.Ordinal))
            ?? throw new InvalidOperationException(
                $"No button “{wanted}”, only: {string.Join(", ", buttons.Select(b => TestPage.Plain(b.TextContent)))}");
    }

    private MultipartFormDataContent Multipart(List<(string Name, string Value)> values)
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

    private List<IElement> Named(string name)
    {
        var found = Controls().Where(e => e.GetAttribute("name") == name).ToList();
        Assert.True(found.Count > 0, $"{_page.Describe()} has no field {name}, only: {string.Join(", ", Names)}");
        return found;
    }

    private IEnumerable<IElement> Controls()
    {
        const string controls = "input, select, textarea, button";
        var inside = _form.QuerySelectorAll(controls).Where(e => e.GetAttribute("form") is null or "" || e.GetAttribute("form") == _form.Id);
        return _form.Id is { Length: > 0 } id
            ? inside.Concat(_page.Document.QuerySelectorAll(controls).Where(e => e.GetAttribute("form") == id && e.Closest("form") != _form))
            : inside;
    }
}
