using System.Globalization;
using System.Text;
using Project06.BuildingBlocks.Time;

namespace Project06.BuildingBlocks.Signing;

/// <summary>What is said with a signature.</summary>
/// <param name="Reason">Why it was signed, as PDF readers show it; Vietnamese.</param>
/// <param name="Location">Where.</param>
/// <param name="Box">Where the field lies; null makes an invisible one.</param>
public sealed record SignatureDetails(string? Reason = null, string? Location = null, SignatureBox? Box = null);

/// <summary>A framed field on a page, in points (1/72 inch) from the lower left corner. The paper prints its own words there.</summary>
/// <param name="Page">From 1; 0 is the last page.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Bottom">Lower edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public sealed record SignatureBox(int Page, double Left, double Bottom, double Width, double Height);

/// <summary>
/// Signs PDF files: PAdES baseline B-B (ETSI EN 319 142-1), an incremental update with a detached CMS signature,
/// SHA-256. A file may be signed again and again; the earlier signatures go on holding.
/// </summary>
public sealed class PdfSigner(ISigningAuthority authority, TimeProvider clock)
{
    // A signature with its two certificates takes some 4 KB; a licensed provider's time-stamp would take as much again.
    private const int Reserved = 12 << 10;
    private const string Hole = "**********";

    /// <summary>Signs a file.</summary>
    /// <param name="pdf">The file as <see cref="Rendering.PdfPrinter"/> made it, or signed before; not encrypted.</param>
    /// <param name="signatory">Who signs.</param>
    /// <param name="details">Reason, place, visible field.</param>
    /// <param name="cancellationToken">Cancels waiting for the authority.</param>
    /// <returns>The file with the signature behind it; the given bytes stay as they are.</returns>
    /// <exception cref="PdfFormatException">The file can't be read, or is encrypted.</exception>
    public async Task<byte[]> SignAsync(
        byte[] pdf, Signatory signatory, SignatureDetails? details = null, CancellationToken cancellationToken = default)
    {
        var identity = await authority.IdentityOfAsync(signatory, cancellationToken);
        var prepared = Prepare(new PdfDocument(pdf), signatory, details ?? new SignatureDetails(), clock.VietnamNow());
        return Seal(prepared, identity);
    }

    private static byte[] Prepare(PdfDocument document, Signatory signatory, SignatureDetails details, DateTimeOffset at)
    {
        var update = new PdfUpdate(document);
        var pages = document.Pages();
        var page = pages[details.Box is { Page: > 0 } box && box.Page <= pages.Count ? box.Page - 1 : pages.Count - 1];
        if (details.Box is null)
            page = pages[0];
        var signature = update.Add(SignatureDictionary(signatory, details, at));
        var widget = update.Add(Widget(document, update, page, signature, details.Box));
        AddToPage(document, update, page, widget);
        AddToForm(document, update, widget);
        return update.Append();
    }

    private static PdfDictionary SignatureDictionary(Signatory signatory, SignatureDetails details, DateTimeOffset at)
    {
        var dictionary = new PdfDictionary(
            ("Type", new PdfToken("/Sig")),
            ("Filter", new PdfToken("/Adobe.PPKLite")),
            ("SubFilter", new PdfToken("/ETSI.CAdES.detached")),
            ("ByteRange", new PdfToken($"[0 {Hole} {Hole} {Hole}]")),
            ("Contents", new PdfToken($"<{new string('0', Reserved * 2)}>")),
            ("M", new PdfToken($"(D:{at.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}+07'00')")),
            ("Name", PdfValue.Text(signatory.Name)));
        if (details.Reason is { } reason)
            dictionary = dictionary.With("Reason", PdfValue.Text(reason));
        return details.Location is { } location ? dictionary.With("Location", PdfValue.Text(location)) : dictionary;
    }

    private static PdfDictionary Widget(
        PdfDocument document, PdfUpdate update, PdfReference page, PdfReference signature, SignatureBox? box)
    {
        var earlier = (document.Resolve(Form(document)?["Fields"]) as PdfArray)?.Items.Count ?? 0;
        var rectangle = box is null ? Rectangle(0, 0, 0, 0) : Rectangle(box.Left, box.Bottom, box.Left + box.Width, box.Bottom + box.Height);
        var widget = new PdfDictionary(
            ("Type", new PdfToken("/Annot")), ("Subtype", new PdfToken("/Widget")), ("FT", new PdfToken("/Sig")),
            ("T", PdfValue.Text($"Signature{earlier + 1}")), ("V", signature), ("P", page),
            // Printed, and locked against moving.
            ("F", PdfValue.Number(132)), ("Rect", rectangle));
        var (width, height) = (box?.Width ?? 0, box?.Height ?? 0);
        var frame = box is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $"q 0.055 0.420 0.318 RG 0.75 w 0.5 0.5 {width - 1:0.##} {height - 1:0.##} re S Q");
        var appearance = update.AddStream(
            new PdfDictionary(
                ("Type", new PdfToken("/XObject")), ("Subtype", new PdfToken("/Form")),
                ("BBox", Rectangle(0, 0, width, height)), ("Resources", new PdfDictionary())),
            frame);
        return widget.With("AP", new PdfDictionary(("N", appearance)));
    }

    private static void AddToPage(PdfDocument document, PdfUpdate update, PdfReference page, PdfReference widget)
    {
        var dictionary = document.Dictionary(page);
        var annotations = document.Resolve(dictionary["Annots"]) as PdfArray ?? new PdfArray([]);
        if (dictionary["Annots"] is PdfReference list)
            update.Set(list, annotations.With(widget));
        else
            update.Set(page, dictionary.With("Annots", annotations.With(widget)));
    }

    private static void AddToForm(PdfDocument document, PdfUpdate update, PdfReference widget)
    {
        var catalog = document.Dictionary(document.Root);
        var form = Form(document) ?? new PdfDictionary();
        var fields = document.Resolve(form["Fields"]) as PdfArray ?? new PdfArray([]);
        // Signatures exist, and the file is only ever added to.
        form = form.With("Fields", fields.With(widget)).With("SigFlags", PdfValue.Number(3));
        if (catalog["AcroForm"] is PdfReference own)
            update.Set(own, form);
        else
            update.Set(document.Root, catalog.With("AcroForm", form));
    }

    private static PdfDictionary? Form(PdfDocument document) =>
        document.Resolve(document.Dictionary(document.Root)["AcroForm"]) as PdfDictionary;

    private static PdfArray Rectangle(double left, double bottom, double right, double top) =>
        new([PdfValue.Number(left), PdfValue.Number(bottom), PdfValue.Number(right), PdfValue.Number(top)]);

    // Everything but the signature's own digits is signed: what lies before them, and what lies behind.
    private static byte[] Seal(byte[] file, SigningIdentity identity)
    {
        var range = file.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes($"[0 {Hole} {Hole} {Hole}]"));
        var opens = range + file.AsSpan(range).IndexOf("<"u8);
        var closes = opens + 2 + Reserved * 2;
        var filled = string.Create(CultureInfo.InvariantCulture, $"[0 {opens} {closes} {file.Length - closes}]");
        Encoding.ASCII.GetBytes(filled.PadRight($"[0 {Hole} {Hole} {Hole}]".Length), file.AsSpan(range));

        byte[] signed = [.. file.AsSpan(0, opens), .. file.AsSpan(closes)];
        var cms = CadesSignature.Of(signed, identity);
        if (cms.Length > Reserved)
            throw new InvalidOperationException($"The signature takes {cms.Length} bytes; {Reserved} are kept for it.");
        Encoding.ASCII.GetBytes(Convert.ToHexString(cms), file.AsSpan(opens + 1));
        return file;
    }
}
