using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Project06.BuildingBlocks.Mail;

/// <summary>One message on its way out.</summary>
/// <param name="Id">The same for every attempt at the same message, so that a repeat is recognised.</param>
/// <param name="To">E-mail address.</param>
/// <param name="Subject">Subject line, without personal data.</param>
/// <param name="Text">Plain text.</param>
public sealed record OutgoingMail(Guid Id, string To, string Subject, string Text);

/// <summary>The way messages leave the house: SMTP where configured, else files.</summary>
public interface IMailSender
{
    /// <summary>Sends, or throws; a repeat with the same id is harmless.</summary>
    Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken);
}

/// <summary>Section <c>Mail</c>.</summary>
public sealed class MailOptions
{
    /// <summary>SMTP host; empty means .eml files.</summary>
    public string SmtpHost { get; set; } = "";
    /// <summary>SMTP port.</summary>
    public int SmtpPort { get; set; } = 25;
    /// <summary>Whether the connection is encrypted (STARTTLS) before anything is said; a server that can't is refused.</summary>
    public bool SmtpTls { get; set; }
    /// <summary>Who signs in at the server; empty: nobody. Only over an encrypted connection.</summary>
    public string SmtpUser { get; set; } = "";
    /// <summary>That account's password; from the environment or a secret store.</summary>
    public string SmtpPassword { get; set; } = "";
    /// <summary>Sender address.</summary>
    public string From { get; set; } = "dichvucong@example.vn";
    /// <summary>Where .eml files go when there is no SMTP host.</summary>
    public string Folder { get; set; } = ".data/mail";
}

internal sealed class SmtpMailSender(IOptions<MailOptions> options) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        var mine = options.Value;
        using var client = new SmtpClient(mine.SmtpHost, mine.SmtpPort) { EnableSsl = mine.SmtpTls };
        if (mine.SmtpUser.Length > 0)
        {
            if (!mine.SmtpTls)
                throw new InvalidOperationException("Set Mail__SmtpTls=true: a password isn't sent over an open connection.");
            client.Credentials = new NetworkCredential(mine.SmtpUser, mine.SmtpPassword);
        }
        using var message = MailText.Build(mail, mine.From);
        await client.SendMailAsync(message, cancellationToken);
    }
}

internal sealed class EmlMailSender(IOptions<MailOptions> options) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(options.Value.Folder);
        var path = Path.Combine(options.Value.Folder, $"{mail.Id:n}.eml");
        var text = $"""
            From: {options.Value.From}
            To: {mail.To}
            Message-ID: <{mail.Id:n}@project06>
            Subject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(mail.Subject))}?=
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: 8bit

            {mail.Text}

            """;
        var part = path + ".part";
        await File.WriteAllTextAsync(part, text, cancellationToken);
        File.Move(part, path, overwrite: true);
    }
}

internal static class MailText
{
    public static MailMessage Build(OutgoingMail mail, string from)
    {
        var message = new MailMessage(from, mail.To, mail.Subject, mail.Text)
        {
            SubjectEncoding = Encoding.UTF8,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id:n}@project06>");
        return message;
    }
}
