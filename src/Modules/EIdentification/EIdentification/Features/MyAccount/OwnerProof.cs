using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.SignIn;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.MyAccount;

/// <summary>
/// Before a way to sign in is changed: whoever sits here is the owner, and not somebody who found the screen open. Their
/// password again, or where they have none a passkey used within the last minutes.
/// </summary>
internal sealed class OwnerProof(IMediator mediator, DeviceCookie devices, TimeProvider clock, IStringLocalizer<AccountTexts> texts)
{
    public const string Field = "CurrentPassword";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Why not; null when it is the owner.</summary>
    public async Task<Error?> RefuseAsync(HttpContext http, Account account, string? password, CancellationToken cancellationToken)
    {
        if (account.PasswordHash is null)
            return http.Items[typeof(SessionState)] is SessionState session && clock.GetUtcNow() - session.CreatedAt < Fresh
                ? null : new Error("owner.stale", texts["owner.stale"]);
        var outcome = await mediator.Send(new CheckPassword(account.Number, password ?? "", devices.ClientOf(http)), cancellationToken);
        return outcome.Error is { Code: "sign-in.wrong" } ? new Error("owner.wrong", texts["owner.wrong"], Field) : outcome.Error;
    }
}
