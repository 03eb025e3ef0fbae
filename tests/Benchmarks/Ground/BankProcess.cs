using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Project06.Benchmarks.Ground;

/// <summary>A line of the bank's own statement: what it holds to have happened.</summary>
internal sealed record BankLine(string Type, string Transaction, string Reference, long Amount);

/// <summary>The stand-in bank as a process of its own; it outlives the host.</summary>
internal sealed class BankProcess : IAsyncDisposable
{
    private const string Merchant = "proof";
    private readonly string _dll;
    private readonly string _secret = RandomNumberGenerator.GetHexString(64), _callbackSecret = RandomNumberGenerator.GetHexString(64);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(20) };
    private Process? _process;

    private BankProcess(string dll) => _dll = dll;

    public Uri Address { get; } = new($"http://127.0.0.1:{HostProcess.FreePort()}");

    /// <summary>A bank that isn't started yet; null where none is built.</summary>
    public static BankProcess? Find() => WorkingCopy.BankDll() is { } dll ? new BankProcess(dll) : null;

    /// <summary>What the host must know of it.</summary>
    public IReadOnlyDictionary<string, string> HostSettings => new Dictionary<string, string>
    {
        ["Payments__GatewayUrl"] = Address.ToString().TrimEnd('/'),
        ["Payments__Merchant"] = Merchant,
        ["Payments__Secret"] = _secret,
        ["Payments__CallbackSecret"] = _callbackSecret,
        ["Payments__BankBin"] = "970436",
        ["Payments__Account"] = "0000000000",
        ["Payments__AccountName"] = "TAI KHOAN MAU",
    };

    /// <summary>Starts it; callbacks go to the host at this address.</summary>
    public async Task StartAsync(Uri site, CancellationToken ct)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in new[] { _dll, "--urls", Address.ToString(), "--parent", Environment.ProcessId.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        start.Environment["Bank__Secret"] = _secret;
        start.Environment["Bank__CallbackSecret"] = _callbackSecret;
        start.Environment["Bank__CallbackUrl"] = new Uri(site, "/api/v1/payments/callbacks").ToString();
        _process = Process.Start(start)!;
        // Its first line says that it serves.
        if (await _process.StandardOutput.ReadLineAsync(ct) is null)
            throw new InvalidOperationException("The stand-in bank ended by itself.");
    }

    /// <summary>Pays at the bank's own page: <c>pay</c>, <c>double</c> (told twice at once) or <c>silent</c> (not told).</summary>
    public async Task PayAsync(Uri page, string act, CancellationToken ct)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", act)]);
        using var answer = await _client.PostAsync(page, form, ct);
        if ((int)answer.StatusCode is not (>= 200 and < 400))
            throw new InvalidOperationException($"The bank answers {(int)answer.StatusCode} to a payment.");
    }

    /// <summary>Everything of a day.</summary>
    public async Task<List<BankLine>> StatementAsync(DateOnly day, CancellationToken ct)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/v1/statements/{day:yyyy-MM-dd}.csv");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, path));
        Sign(request, path);
        using var answer = await _client.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        var lines = (await answer.Content.ReadAsStringAsync(ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Skip(1).Select(l => l.Split(',')).Select(p => new BankLine(p[0], p[1], p[2], long.Parse(p[3], CultureInfo.InvariantCulture)))];
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_process is not { } process)
            return;
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // docs/payments.md
    private void Sign(HttpRequestMessage request, string path)
    {
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var text = $"{request.Method.Method}\n{path}\n{timestamp}\n{nonce}\n{Convert.ToHexStringLower(SHA256.HashData([]))}";
        request.Headers.Add("X-Merchant", Merchant);
        request.Headers.Add("X-Timestamp", timestamp);
        request.Headers.Add("X-Nonce", nonce);
        request.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(_secret), Encoding.UTF8.GetBytes(text))));
    }
}
