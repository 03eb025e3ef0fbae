using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Options;
using Project06.BuildingBlocks.Mail;

namespace Project06.BuildingBlocks.Tests.Mail;

/// <summary>A mail server without encryption: what it is told.</summary>
public sealed class SmtpMailSenderTests
{
    private const string Password = "not-for-the-open-line";

    [Fact]
    public async Task Send_WhereTlsIsAskedFor_TellsAServerWithoutItNothing()
    {
        var (said, sending) = await SendAsync(o => (o.SmtpTls, o.SmtpUser, o.SmtpPassword) = (true, "portal", Password));

        await Assert.ThrowsAsync<SmtpException>(() => sending);
        Assert.StartsWith("EHLO", said, StringComparison.Ordinal);
        Assert.DoesNotContain("AUTH", said, StringComparison.Ordinal);
        Assert.DoesNotContain("MAIL FROM", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithAPasswordButWithoutTls_IsRefused()
    {
        var (said, sending) = await SendAsync(o => (o.SmtpUser, o.SmtpPassword) = ("portal", Password));

        await Assert.ThrowsAsync<InvalidOperationException>(() => sending);
        Assert.Equal("", said);
    }

    [Fact]
    public async Task Send_WithoutEither_DeliversAsBefore()
    {
        var (said, sending) = await SendAsync(_ => { });

        await sending;
        Assert.Contains("RCPT TO:<mother@example.vn>", said, StringComparison.Ordinal);
    }

    private static async Task<(string Said, Task Sending)> SendAsync(Action<MailOptions> change)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var said = new StringBuilder();
        var serving = ServeAsync(listener, said, stop.Token);
        var options = new MailOptions { SmtpHost = "127.0.0.1", SmtpPort = ((IPEndPoint)listener.LocalEndpoint).Port };
        change(options);

        var sending = new SmtpMailSender(Options.Create(options)).SendAsync(
            new OutgoingMail(Guid.NewGuid(), "mother@example.vn", "Hồ sơ", "Có kết quả."), CancellationToken.None);
        await Task.WhenAny(sending);
        await stop.CancelAsync();
        await Task.WhenAny(serving);
        return (said.ToString(), sending);
    }

    private static async Task ServeAsync(TcpListener listener, StringBuilder said, CancellationToken ct)
    {
        using var client = await listener.AcceptTcpClientAsync(ct);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await AnswerAsync("220 test");
        for (var data = false; await reader.ReadLineAsync(ct) is { } line;)
        {
            if (data && line != ".")
                continue;
            said.AppendLine(line);
            data = line == "DATA";
            await AnswerAsync(data ? "354 go on" : line.StartsWith("EHLO", StringComparison.Ordinal) ? "250 test" : "250 ok");
        }

        ValueTask AnswerAsync(string text) => stream.WriteAsync(Encoding.ASCII.GetBytes(text + "\r\n"), ct);
    }
}
