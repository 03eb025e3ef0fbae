using System.Net;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Mail;

namespace Project06.EIdentification.Features.Activate;

/// <summary>A letter on paper on its way out.</summary>
/// <param name="Id">The same for every attempt at the same letter.</param>
/// <param name="Name">To whom.</param>
/// <param name="Address">Lines of the address.</param>
/// <param name="Language">Of the text.</param>
/// <param name="Subject">Heading.</param>
/// <param name="Paragraphs">Text.</param>
/// <param name="Code">What must be read letter by letter.</param>
internal sealed record OutgoingLetter(
    Guid Id, string Name, IReadOnlyList<string> Address, string Language, string Subject, IReadOnlyList<string> Paragraphs, string Code);

/// <summary>The way letters leave the house: an outside system, a printer's folder for now.</summary>
internal interface ILetterPost
{
    /// <summary>Hands a letter over, or throws; a repeat with the same id is harmless.</summary>
    Task SendAsync(OutgoingLetter letter, CancellationToken cancellationToken);
}

/// <summary>One A4 page of HTML a letter, its address where a window envelope shows it; printed and posted from there.</summary>
internal sealed class FolderLetterPost(IOptions<EIdentificationOptions> options, IOptions<MailOptions> mail) : ILetterPost
{
    public async Task SendAsync(OutgoingLetter letter, CancellationToken cancellationToken)
    {
        var folder = options.Value.LetterFolder is { Length: > 0 } own ? own : Path.Combine(mail.Value.Folder, "letters");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{letter.Id:n}.html");
        var part = path + ".part";
        await File.WriteAllTextAsync(part, Page(letter), cancellationToken);
        File.Move(part, path, overwrite: true);
    }

    private static string Page(OutgoingLetter letter) => $$"""
        <!DOCTYPE html>
        <html lang="{{letter.Language}}"><head><meta charset="utf-8"><title>{{Html(letter.Subject)}}</title>
        <style>@page { size: A4; margin: 20mm } body { font: 12pt "Be Vietnam Pro", serif } address { margin: 25mm 0 20mm 90mm; font-style: normal } .code { font: bold 22pt monospace; letter-spacing: 2pt }</style></head>
        <body><address>{{Html(letter.Name)}}<br>{{string.Join("<br>", letter.Address.Select(Html))}}</address>
        <h1>{{Html(letter.Subject)}}</h1>
        {{string.Concat(letter.Paragraphs.Select(p => $"<p>{Html(p)}</p>"))}}
        <p class="code">{{Html(letter.Code)}}</p></body></html>
        """;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
