namespace Project06.EndToEnd.Tests.Ground;

// Whole rounds of a page, and any procedure's pages answered with keys.
internal sealed partial class Keyboard
{
    private const int StepsBack = 6;

    /// <summary>
    /// From the page's first place to its last and out again, then some way back: every place is come to, in the order of
    /// the page, and none keeps the focus.
    /// </summary>
    public async Task RoundAsync()
    {
        var page = Visitor.Page;
        var places = await page.EvaluateAsync<string[]>(Stand.Places);
        for (var i = 0; i <= places.Length && (await WhereAsync()).Place is not Nowhere and not 0; i++)
            await Keys.PressAsync("Tab");
        var reached = new List<(int Place, double Top, double Bottom)>();
        if (await WhereAsync() is { Place: 0 } first)
            reached.Add(first);
        for (var steps = 0; ; steps++)
        {
            await Keys.PressAsync("Tab");
            var at = await WhereAsync();
            // Out of the page, or from its end to its beginning.
            if (at.Place == Nowhere || (reached.Count > 0 && at.Place == reached[0].Place))
                break;
            Judge((await LookAsync())!);
            // A part that scrolls is a place too, though nothing is done there.
            if (at.Place >= 0)
                reached.Add(at);
            if (reached.Count > places.Length || steps > 2 * places.Length)
            {
                _faults.Add($"{Visitor.At}: Tab never leaves the page");
                break;
            }
        }
        foreach (var missed in places.Where((_, i) => reached.All(r => r.Place != i)))
            _faults.Add($"{Visitor.At}: Tab never comes to {missed}");
        foreach (var (from, to) in reached.Zip(reached.Skip(1)))
        {
            if (to.Place <= from.Place)
                _faults.Add($"{Visitor.At}: Tab goes back from {places[from.Place]} to {places[to.Place]}");
            else if (from.Top >= 0 && to.Top >= 0 && to.Bottom <= from.Top)
                _faults.Add($"{Visitor.At}: Tab goes up the page from {places[from.Place]} to {places[to.Place]}");
        }
        await GoBackAsync(places);
    }

    private async Task GoBackAsync(string[] places)
    {
        var last = places.Length;
        for (var i = 0; i < Math.Min(StepsBack, places.Length); i++)
        {
            await Keys.PressAsync("Shift+Tab");
            var place = (await WhereAsync()).Place;
            if (place == Nowhere && i == 0)
                continue;
            if (place >= last || place == Nowhere)
                _faults.Add($"{Visitor.At}: Shift and Tab stand still at {places[Math.Min(last, places.Length - 1)]}");
            // Going back one comes to the last radio of a group that nothing is chosen in.
            last = place >= 0 ? place : last;
        }
    }

    /// <summary>Answers the procedure's pages from the one shown until check-your-answers.</summary>
    public async Task WalkOnAsync(IReadOnlyDictionary<string, object> answers)
    {
        for (var pages = 0; !Visitor.At.Split('?')[0].EndsWith("/check-answers", StringComparison.Ordinal); pages++)
        {
            Assert.True(pages < 30, $"The form has no end: {Visitor.At}");
            await AnswerAsync(answers);
            await PressAsync("Tiếp tục");
        }
    }

    /// <summary>Answers every field of the page shown that there is an answer for.</summary>
    public async Task AnswerAsync(IReadOnlyDictionary<string, object> answers)
    {
        var names = await Visitor.Page.Locator("main form[method=post]").First.EvaluateAsync<string[]>(
            "form => [...new Set([...form.elements].filter(e => e.name && e.type !== 'hidden').map(e => e.name))]");
        foreach (var name in names)
        {
            switch (answers.GetValueOrDefault(name) ?? answers.GetValueOrDefault(name.Split('.')[0]))
            {
                case Commune commune:
                    await ChooseAsync(name, name.EndsWith(".Province", StringComparison.Ordinal) ? commune.Province : commune.Code);
                    break;
                case DateOnly date:
                    await TypeAsync(name, FormattableString.Invariant($"{(name.EndsWith("Day", StringComparison.Ordinal) ? date.Day : name.EndsWith("Month", StringComparison.Ordinal) ? date.Month : date.Year)}"));
                    break;
                case { } answer when await Visitor.Page.Locator($"main form [name='{name}']").First.EvaluateAsync<bool>("e => /radio|checkbox|select/.test(e.type)"):
                    await ChooseAsync(name, FormattableString.Invariant($"{answer}"));
                    break;
                case { } answer:
                    await TypeAsync(name, FormattableString.Invariant($"{answer}"));
                    break;
            }
        }
    }

    private const int Nowhere = -2;

    private async Task<(int Place, double Top, double Bottom)> WhereAsync()
    {
        var told = await Visitor.Page.EvaluateAsync<double[]>(Stand.Where);
        return ((int)told[0], told[1], told[2]);
    }
}
