using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Project06.BuildingBlocks.Text;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Catalogue;

internal sealed class SearchServicesModel(ProcedureBook procedures, TimeProvider clock) : PageModel
{
    private const int LongestQuery = 200;

    [FromQuery(Name = "q")] public string? Query { get; set; }

    public IReadOnlyList<Procedure> Found { get; private set; } = [];
    public bool Searched => Query is not null;

    public void OnGet()
    {
        Query = VietnameseText.Clean(Query);
        if (Query?.Length > LongestQuery)
            Query = Query[..LongestQuery];
        Found = CatalogueSearch.Find(procedures.InForce(clock.Today()), Query);
    }
}
