using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Project06.PublicServices.Features.Fees;

/// <summary>The gateway over HTTP, protocol of docs/payments.md.</summary>
internal sealed class HttpPaymentGateway(HttpClient http, IOptions<PaymentOptions> options, TimeProvider clock) : IPaymentGateway
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<GatewayOrder> CreateAsync(OrderToCreate order, CancellationToken cancellationToken) =>
        await ReadAsync<GatewayOrder>(await SendAsync(HttpMethod.Post, "/v1/orders", order, order.Reference, cancellationToken), cancellationToken);

    public async Task<OrderStatus?> QueryAsync(string reference, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, $"/v1/orders/{reference}", null, null, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<OrderStatus>(answer, cancellationToken);
    }

    public async Task<bool> RefundAsync(Guid id, string transaction, long amount, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Post, "/v1/refunds", new { id, transaction, amount }, id.ToString(), cancellationToken);
        return (await ReadAsync<RefundAnswer>(answer, cancellationToken)).Status == "done";
    }

    public async Task<IReadOnlyList<StatementLine>> StatementAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.Get, string.Create(CultureInfo.InvariantCulture, $"/v1/statements/{day:yyyy-MM-dd}.csv"), null, null, cancellationToken);
        if (!answer.IsSuccessStatusCode)
            throw new GatewayException($"The statement: {(int)answer.StatusCode}.");
        try
        {
            return
            [
                .. CsvRows.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)).Select(row => new StatementLine(
                    row["type"], row["transaction"], row["reference"], long.Parse(row["amount"], CultureInfo.InvariantCulture),
                    DateTimeOffset.Parse(row["at"], CultureInfo.InvariantCulture))),
            ];
        }
        catch (Exception unread) when (unread is FormatException or KeyNotFoundException or ArgumentException)
        {
            throw new GatewayException("The statement can't be read.", unread);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, string? key, CancellationToken cancellationToken)
    {
        var bytes = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body, Json);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var request = new HttpRequestMessage(method, new Uri(new Uri(options.Value.GatewayUrl), path));
        if (body is not null)
            request.Content = new ByteArrayContent(bytes) { Headers = { ContentType = new("application/json") } };
        request.Headers.Add(GatewaySignature.Merchant, options.Value.Merchant);
        request.Headers.Add(GatewaySignature.Timestamp, timestamp);
        request.Headers.Add(GatewaySignature.Nonce, nonce);
        request.Headers.Add(GatewaySignature.Signature, GatewaySignature.Of(options.Value.Key, method.Method, path, timestamp, nonce, bytes));
        if (key is not null)
            request.Headers.Add(GatewaySignature.IdempotencyKey, key);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception silent) when (silent is HttpRequestException || (silent is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new GatewayException("The gateway doesn't answer.", silent);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccessStatusCode)
            throw new GatewayException($"The gateway answered {(int)answer.StatusCode}.");
        try
        {
            return await answer.Content.ReadFromJsonAsync<T>(Json, cancellationToken) ?? throw new GatewayException("The gateway answered nothing.");
        }
        catch (JsonException unread)
        {
            throw new GatewayException("The gateway's answer can't be read.", unread);
        }
    }

    private sealed record RefundAnswer(string Status);
}
