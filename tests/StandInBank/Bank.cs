using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Project06.StandInBank;

/// <summary>The bank as a server: orders, a hosted payment page, callbacks, status, refunds, statements.</summary>
public sealed class Bank(BankSettings settings, TimeProvider clock) : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly HttpClient _outside = new() { Timeout = TimeSpan.FromSeconds(10) };
    private WebApplication? _app;

    public BankBooks Books { get; } = new(clock);
    public BankSettings Settings => settings;

    /// <summary>Whether it answers; off, everything is 503.</summary>
    public bool IsOpen { get; set; } = true;

    public string Address => _app!.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public async Task StartAsync(string urls)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(urls);
        _app = builder.Build();
        _app.Use((context, next) =>
        {
            if (IsOpen)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        _app.MapPost("/v1/orders", (Delegate)OpenOrderAsync);
        _app.MapGet("/v1/orders/{reference}", (HttpContext context, string reference) => SignedAsync(context, _ => Task.FromResult(
            Books.Find(reference) is { } order ? Results.Json(new { order.Reference, order.Status, order.Transfers }, Json) : Results.NotFound())));
        _app.MapPost("/v1/refunds", (Delegate)RefundAsync);
        _app.MapGet("/v1/statements/{day}.csv", (HttpContext context, string day) => SignedAsync(context, _ => Task.FromResult(
            Results.Text(Statements.Csv(Books.Statement(Day(day))), "text/csv"))));
        _app.MapGet("/v1/statements/{day}.xml", (HttpContext context, string day) => SignedAsync(context, _ => Task.FromResult(
            Results.Text(Statements.Camt053(Day(day), Books.Statement(Day(day))), "application/xml"))));
        _app.MapGet("/pay/{id}", (string id) => Books.FindById(id) is { } order ? Results.Content(PaymentPage.Of(order), "text/html; charset=utf-8") : Results.NotFound());
        _app.MapPost("/pay/{id}", PayAsync).DisableAntiforgery();
        await _app.StartAsync();
    }

    /// <summary>Tells the merchant of a transfer, as often as it is called.</summary>
    public Task<HttpStatusCode> TellAsync(Order order, Transfer transfer, string? nonce = null) =>
        SendAsync(new { order.Reference, status = "paid", transfer.Transaction, transfer.Amount, transfer.At }, nonce);

    /// <summary>Tells the merchant anything, rightly signed.</summary>
    public async Task<HttpStatusCode> SendAsync(object word, string? nonce = null, string? secret = null)
    {
        if (settings.CallbackUrl is not { } url)
            return HttpStatusCode.NotFound;
        var body = JsonSerializer.SerializeToUtf8Bytes(word, Json);
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } } };
        foreach (var (name, value) in Signature.Headers(secret ?? settings.CallbackSecret, "POST", url.PathAndQuery, body, clock.GetUtcNow(), nonce))
            request.Headers.Add(name, value);
        using var answer = await _outside.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>Serves until it is told to stop, or until the program that started it is gone.</summary>
    public async Task RunUntilParentEndsAsync(int? parent)
    {
        var stopping = _app!.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        while (!stopping.IsCancellationRequested && (parent is null || IsRunning(parent.Value)))
            await Task.Delay(TimeSpan.FromSeconds(1), stopping).ContinueWith(_ => { }, TaskScheduler.Default);
        await _app.StopAsync();
    }

    private static bool IsRunning(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _outside.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private sealed record OrderRequest(string Reference, long Amount, DateTimeOffset ExpiresAt, string ReturnUrl, string Collector);

    private sealed record RefundRequest(Guid Id, string Transaction, long Amount);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<IResult> OpenOrderAsync(HttpContext context) => SignedAsync(context, body =>
    {
        var asked = JsonSerializer.Deserialize<OrderRequest>(body, Json)!;
        if (asked.Amount <= 0 || asked.Reference is not { Length: > 0 and <= 25 })
            return Task.FromResult(Results.UnprocessableEntity());
        var order = Books.Open(asked.Reference, asked.Amount, asked.ExpiresAt, asked.ReturnUrl, asked.Collector);
        return Task.FromResult(order.Amount == asked.Amount
            ? Results.Json(new { orderId = order.Id, payUrl = $"{Address}/pay/{order.Id}" }, Json)
            : Results.Conflict());
    });

    private Task<IResult> RefundAsync(HttpContext context) => SignedAsync(context, body => Task.FromResult(
        JsonSerializer.Deserialize<RefundRequest>(body, Json) is { } asked && Books.Refund(asked.Id, asked.Transaction, asked.Amount) is not null
            ? Results.Json(new { status = "done" }, Json)
            : Results.UnprocessableEntity()));

    private async Task<IResult> SignedAsync(HttpContext context, Func<byte[], Task<IResult>> answer)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        return Signature.IsRight(settings.Secret, context.Request, body.ToArray(), clock.GetUtcNow()) ? await answer(body.ToArray()) : Results.Unauthorized();
    }

    private async Task<IResult> PayAsync(string id, HttpContext context)
    {
        if (Books.FindById(id) is not { } order)
            return Results.NotFound();
        switch ((await context.Request.ReadFormAsync())["act"].ToString())
        {
            case "pay":
                await TellQuietlyAsync(order, Books.Pay(order, order.Amount));
                break;
            case "short":
                await TellQuietlyAsync(order, Books.Pay(order, order.Amount - 1000));
                break;
            case "more":
                await TellQuietlyAsync(order, Books.Pay(order, order.Amount + 5000));
                break;
            case "double":
                var once = Books.Pay(order, order.Amount);
                await Task.WhenAll(TellQuietlyAsync(order, once), TellQuietlyAsync(order, once));
                break;
            case "pay-twice":
                await TellQuietlyAsync(order, Books.Pay(order, order.Amount));
                await TellQuietlyAsync(order, Books.Pay(order, order.Amount));
                break;
            case "late":
                var late = Books.Pay(order, order.Amount);
                _ = Task.Delay(settings.Late).ContinueWith(_ => TellQuietlyAsync(order, late), TaskScheduler.Default);
                break;
            case "silent":
                Books.Pay(order, order.Amount);
                break;
            case "decline":
                order.Status = "failed";
                await SendAsync(new { order.Reference, status = "failed" });
                break;
        }
        return Results.Redirect(order.ReturnUrl);
    }

    private async Task TellQuietlyAsync(Order order, Transfer transfer)
    {
        try
        {
            await TellAsync(order, transfer);
        }
        catch (HttpRequestException)
        {
            // The merchant is down; it asks later.
        }
    }
}
