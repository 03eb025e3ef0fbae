using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Requests;
using Project06.PublicServices.Data;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Drafts.ReportWrongPage;

/// <summary>The way to say that a known answer is wrong, without having to type it all again.</summary>
internal sealed class ReportWrongModel(PublicServicesDbContext db, FormBook forms, FieldWords words, IMediator mediator) : PageModel, ILoadsPage
{
    [FromRoute] public string Code { get; set; } = "";
    [FromRoute] public Guid Id { get; set; }
    [FromRoute] public string FieldId { get; set; } = "";
    [BindProperty] public string? Says { get; set; }

    public FieldState Field { get; private set; } = null!;
    public FieldWords Words => words;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Says = Field.ReportedWrong;
    }

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(
                d => d.Id == Id && d.ProcedureCode == Code && d.ApplicantId == User.Actor().PersonId && d.FiledAt == null, cancellationToken)
            ?? throw new NotFoundException("draft");
        var form = await forms.OpenAsync(draft, User.Actor(), cancellationToken);
        Field = form.Fields.GetValueOrDefault(FieldId) is { IsKnown: true } known ? known : throw new NotFoundException("field");
        await words.LoadAsync(form, [Field], User.Actor(), cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new ReportWrong(Id, FieldId, Says, User.Actor()), cancellationToken);
        return Redirect(DraftLinks.Check(Code, Id));
    }
}
