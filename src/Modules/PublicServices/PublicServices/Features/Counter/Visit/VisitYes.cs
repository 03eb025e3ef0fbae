using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Data;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Features.Counter.Visit;

/// <summary>The citizen told the clerk the code.</summary>
internal sealed record EnterVisitCode(Guid VisitId, string? Code, Actor Actor) : IRequest<Result<Guid>>;

internal sealed class EnterVisitCodeHandler(
    PublicServicesDbContext db, CounterVisits visits, VisitCode codes, TimeProvider clock, IStringLocalizer<CounterTexts> texts)
    : IRequestHandler<EnterVisitCode, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(EnterVisitCode command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var typed = string.Concat((command.Code ?? "").Where(char.IsAsciiDigit));
        var (visit, _, _) = await visits.FindAsync(command.VisitId, command.Actor, cancellationToken);
        if (!visit.IsOpen(now))
            return new Error("visit.over", texts["visit.over-text"], "Code");
        if (visit.HasYes(now))
            return visit.Id;
        if (typed.Length != 6)
            return new Error("visit.code-missing", texts["visit.code-missing"], "Code");
        if (!visit.MayTryCode)
            return new Error("visit.code-spent", texts["visit.code-spent"], "Code");
        // Counted before it is judged, by the row's version: two tries at once count twice or fail.
        visit.CountAttempt();
        var right = codes.Matches(visit, typed);
        if (right)
            visit.SayYes(Domain.VisitYes.Code, null, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Error("visit.code-wrong", texts["visit.code-wrong"], "Code");
        }
        return right ? visit.Id : new Error("visit.code-wrong", texts[visit.MayTryCode ? "visit.code-wrong" : "visit.code-spent"], "Code");
    }
}

/// <summary>Sends another code; the one before is void.</summary>
internal sealed record SendVisitCode(Guid VisitId, Actor Actor) : IRequest<Result<Guid>>;

internal sealed class SendVisitCodeHandler(
    PublicServicesDbContext db, CounterVisits visits, VisitCode codes, TimeProvider clock, IStringLocalizer<CounterTexts> texts)
    : IRequestHandler<SendVisitCode, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(SendVisitCode command, CancellationToken cancellationToken)
    {
        var (visit, _, _) = await visits.FindAsync(command.VisitId, command.Actor, cancellationToken);
        if (!visit.IsOpen(clock.GetUtcNow()))
            return new Error("visit.over", texts["visit.over-text"], "Code");
        if (visit.Sendings >= CounterVisit.MostSendings)
            return new Error("visit.sent-often", texts["visit.sent-often"], "Code");
        codes.Send(visit);
        db.Raise(new VisitCodeAsked(visit.Id, visit.Sendings));
        await db.SaveChangesAsync(cancellationToken);
        return visit.Id;
    }
}

/// <summary>The citizen signed the slip; its picture is kept with the visit.</summary>
internal sealed record AddVisitSlip(Guid VisitId, byte[]? Content, Actor Actor) : IRequest<Result<Guid>>
{
    public const int MostMegabytes = 10;

    public static async Task<AddVisitSlip> FromAsync(Guid visit, IFormFile? upload, Actor actor, CancellationToken cancellationToken)
    {
        if (upload is null || upload.Length > MostMegabytes << 20)
            return new AddVisitSlip(visit, upload is null ? [] : null, actor);
        var content = new byte[upload.Length];
        await using var stream = upload.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return new AddVisitSlip(visit, content, actor);
    }
}

internal sealed class AddVisitSlipHandler(
    PublicServicesDbContext db, CounterVisits visits, PictureConverter converter, TimeProvider clock, IStringLocalizer<CounterTexts> texts,
    IStringLocalizer<Texts> reasons) : IRequestHandler<AddVisitSlip, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(AddVisitSlip command, CancellationToken cancellationToken)
    {
        var (visit, _, _) = await visits.FindAsync(command.VisitId, command.Actor, cancellationToken);
        if (!visit.IsOpen(clock.GetUtcNow()))
            return new Error("visit.over", texts["visit.over-text"], "Slip");
        if (command.Content is { Length: 0 })
            return new Error("visit.slip-missing", texts["visit.slip-missing"], "Slip");
        if (command.Content is null)
            return new Error("visit.slip-large", reasons[$"evidence.{ConversionProblem.TooLarge}", AddVisitSlip.MostMegabytes], "Slip");
        var outcome = await converter.ConvertAsync(command.Content, cancellationToken);
        if (outcome is not ConversionOutcome.Converted converted)
            return new Error("visit.slip-refused", reasons[$"evidence.{((ConversionOutcome.Refused)outcome).Problem}", AddVisitSlip.MostMegabytes], "Slip");
        var now = clock.GetUtcNow();
        visit.SayYes(Domain.VisitYes.Slip, db.AddFile(converted.Pages[0].Jpeg, "image/jpeg", now).Id, now);
        await db.SaveChangesAsync(cancellationToken);
        return visit.Id;
    }
}
