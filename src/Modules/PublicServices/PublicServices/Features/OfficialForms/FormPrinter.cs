using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Files;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Data;
using Project06.Ui;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>Makes the file of an issued form, signed by the office, once.</summary>
internal sealed class FormPrinter(
    PublicServicesDbContext db, PdfPrinter printer, PdfSigner signer, PaperStyles styles, IMediator mediator, TimeProvider clock)
{
    private static readonly Lazy<string> Embedded = new(() =>
    {
        using var reader = new StreamReader(
            typeof(FormPrinter).Assembly.GetManifestResourceStream("official-forms.css")!, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    /// <summary>What forms add to the design system's styles of papers.</summary>
    public static string Css => Embedded.Value;

    /// <summary>The signed PDF; made now where nobody has asked before.</summary>
    /// <exception cref="PrintException">Chromium is missing or failed; worth another try.</exception>
    public async Task<byte[]> FileOfAsync(OfficialForm form, CancellationToken cancellationToken)
    {
        if (await KeptAsync(form.Id, cancellationToken) is { } kept)
            return kept;
        var office = (await mediator.Send(new FindOrganisations([form.Organisation]), cancellationToken)).FirstOrDefault();
        var pdf = await printer.PrintAsync(FormPaper.Document(form.Sheet, styles.Css + Css), null, cancellationToken);
        var signed = await signer.SignAsync(
            pdf, Signatory.Office(form.Organisation, office?.Name ?? form.Organisation),
            new SignatureDetails(form.Sheet.Title, form.Sheet.Place), cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var file = db.AddFile(signed, "application/pdf", clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        var mine = await db.Set<OfficialForm>().Where(f => f.Id == form.Id && f.FileId == null)
            .ExecuteUpdateAsync(f => f.SetProperty(x => x.FileId, file.Id), cancellationToken);
        if (mine == 1)
        {
            await transaction.CommitAsync(cancellationToken);
            return signed;
        }
        // Somebody asked in the same moment: theirs was first and is the one.
        await transaction.RollbackAsync(cancellationToken);
        return (await KeptAsync(form.Id, cancellationToken))!;
    }

    private async Task<byte[]?> KeptAsync(Guid form, CancellationToken cancellationToken) =>
        await db.Set<OfficialForm>().Where(f => f.Id == form).Select(f => f.FileId).SingleAsync(cancellationToken) is { } id
            ? (await db.ReadFileAsync(id, cancellationToken))?.Content
            : null;
}
