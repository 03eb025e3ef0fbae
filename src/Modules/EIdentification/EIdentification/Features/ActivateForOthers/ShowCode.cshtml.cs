using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.EIdentification.Data;
using Project06.EIdentification.Domain;
using Project06.EIdentification.Features.Activate;
using Project06.EIdentification.Sessions;

namespace Project06.EIdentification.Features.ActivateForOthers;

/// <summary>The code for the citizen, and how far they are. Names nobody.</summary>
internal sealed class ShowCodeModel(EIdentificationDbContext db, KeyedHash hash, IConfiguration configuration, TimeProvider clock) : PageModel
{
    public Activation Activation { get; private set; } = null!;
    /// <summary>Null once it counts no more.</summary>
    public string? Code { get; private set; }
    public string Address => $"{configuration["Site:BaseUrl"]}/activate";

    public async Task OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var own = User.Actor().AccountId;
        Activation = await db.Activations.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ClerkAccount == own, cancellationToken)
            ?? throw new NotFoundException("activation");
        if (Activation.IsAlive(clock.GetUtcNow()))
            Code = WrittenCodes.Grouped(hash.CodeOf(EnterActivationCodeHandler.Purpose, id, EnterActivationCodeHandler.Length));
    }
}
