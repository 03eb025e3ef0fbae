using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// Where the bank tells that somebody paid. Open to everybody, heard only with the right signature of about now; a word told
/// twice is answered the same and changes nothing.
/// </summary>
internal static class PaymentCallback
{
    public const string Path = "/api/v1/payments/callbacks";
    private const int LargestBody = 16 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, HearAsync).AllowAnonymous();

    /// <param name="Transaction">The bank's number of the transfer; null while nothing came.</param>
    internal sealed record Word(string? Reference, string? Status, string? Transaction, long? Amount, DateTimeOffset? At);

    private static async Task<IResult> HearAsync(
        HttpContext context, BankSaid bankSaid, IOptions<PaymentOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context.Request, cancellationToken) is not { } body)
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-large");
        var headers = context.Request.Headers;
        string? Header(string name) => headers[name] is [{ Length: > 0 } one] ? one : null;
        var nonce = Header(GatewaySignature.Nonce);
        if (!options.Value.IsOnline
            || !GatewaySignature.IsRight(options.Value.CallbackKey, "POST", Path, Header(GatewaySignature.Timestamp), nonce, body, Header(GatewaySignature.Signature))
            || !GatewaySignature.IsFresh(Header(GatewaySignature.Timestamp), clock.GetUtcNow(), options.Value.ClockMinutes))
            return Refuse(StatusCodes.Status401Unauthorized, "signature");

        if (Parse(body) is not { Reference: { Length: > 0 and <= 40 } reference, Status: { } status } word
            || status is not ("paid" or "failed" or "expired")
            || (status == "paid" && word is not { Transaction.Length: > 0 and <= 80, Amount: > 0, At: not null }))
            return Refuse(StatusCodes.Status400BadRequest, "malformed");
        ToldTransfer[] transfers = status == "paid" ? [new ToldTransfer(word.Transaction!, word.Amount!.Value, word.At!.Value)] : [];
        return await bankSaid.TakeInAsync(new OrderStatus(reference, status, transfers), BankSaid.ByCallback, nonce, cancellationToken)
            ? Results.Json(new { received = true })
            : Refuse(StatusCodes.Status404NotFound, "unknown-order");
    }

    private static IResult Refuse(int status, string why) => Results.Problem(statusCode: status, type: $"urn:project06:payments:{why}", title: why);

    private static Word? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Word>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody)
            return null;
        var buffer = new byte[LargestBody + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > LargestBody ? null : buffer[..read];
    }
}
