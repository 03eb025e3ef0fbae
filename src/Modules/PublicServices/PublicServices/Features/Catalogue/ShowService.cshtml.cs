using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Requests;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Catalogue;

internal sealed class ShowServiceModel(ProcedureBook procedures, TimeProvider clock) : PageModel
{
    [FromRoute] public string Code { get; set; } = "";

    public Procedure Procedure { get; private set; } = null!;

    /// <summary>What it costs today, by way of filing.</summary>
    public IReadOnlyList<Fee> Fees { get; private set; } = [];

    public void OnGet()
    {
        var today = clock.Today();
        Procedure = procedures.Find(Code, today) ?? throw new NotFoundException("procedure");
        Fees = [.. Procedure.Fees.Where(fee => fee.ValidFrom <= today && (fee.ValidTo is null || today <= fee.ValidTo)).OrderBy(fee => fee.Channel)];
    }
}
