using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.TestHost;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Tests.SignIn;

/// <summary>Keeps cookies and sends forms with the token of the page they stand on.</summary>
internal sealed partial class Browser(TestServer server, string address)
{
    private readonly CookieContainer _cookies = new();

    public async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Opens the page and sends its form.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, await TokenAsync(path.Replace("handler=Mail", "")), fields);

    public async Task<string> TokenAsync(string path) =>
        TokenPattern().Match(await (await GetAsync(path)).Content.ReadAsStringAsync()) is { Success: true } found ? found.Groups[1].Value : "";

    public async Task<HttpResponseMessage> PostAsync(string path, string token, params (string Name, string Value)[] fields) =>
        await SendAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(
                fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token))),
        });

    public async Task SignInAsync(TestAccount account, TestClock clock, bool shared = false)
    {
        await PasswordAsync(account, shared);
        var answer = await CodeAsync(account, clock);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public Task<HttpResponseMessage> PasswordAsync(TestAccount account, bool shared = false, string password = SignInHost.Password) =>
        SubmitAsync("/sign-in", ("Number", account.Number), ("Password", password), ("Shared", shared ? "true" : "false"));

    public Task<HttpResponseMessage> CodeAsync(TestAccount account, TestClock clock, string query = "") =>
        SubmitAsync("/sign-in/code" + query, ("Code", OneTimeCodes.At(account.Key, OneTimeCodes.StepAt(clock.Now))));

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, params (string Name, string Value)[] headers)
    {
        var uri = new Uri(new Uri("http://localhost"), request.RequestUri!);
        request.RequestUri = uri;
        request.Headers.Add("X-Address", address);
        if (_cookies.GetCookieHeader(uri) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var client = server.CreateClient();
        var answer = await client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set)
                _cookies.SetCookies(uri, cookie);
        return answer;
    }

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}
