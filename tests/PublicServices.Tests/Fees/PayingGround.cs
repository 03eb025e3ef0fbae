using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Project06.PublicServices.Features.Fees;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Features;
using Project06.PublicServices.Tests.Procedures;
using Project06.StandInBank;

namespace Project06.PublicServices.Tests.Fees;

/// <summary>A host on a port, a bank beside it, and a version of the birth procedure that costs 8,000 đ after reception.</summary>
public sealed class PayingGround : TestGround
{
    private const string Secret = "what the office signs with", CallbackSecret = "what the bank signs with";
    private readonly string _folder = Directory.CreateTempSubdirectory("p06-procedures-").FullName;
    private readonly TestClock _clock = new();
    private Bank? _bank;

    /// <summary>The other side.</summary>
    public Bank Bank => _bank!;

    /// <summary>Decisions that a province makes while somebody pays.</summary>
    internal List<ProvincialFee> Decisions { get; } = [];

    /// <inheritdoc/>
    public override async Task InitializeAsync()
    {
        _bank = new Bank(new BankSettings { Secret = Secret, CallbackSecret = CallbackSecret }, _clock);
        await _bank.StartAsync("http://127.0.0.1:0");
        await base.InitializeAsync();
        _bank.Settings.CallbackUrl = new Uri(Host.Address, "/api/v1/payments/callbacks");
    }

    /// <inheritdoc/>
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        if (_bank is not null)
            await _bank.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <inheritdoc/>
    protected override TestHostOptions Options()
    {
        foreach (var file in Directory.GetFiles(TestFolders.Real, "*.yaml", SearchOption.AllDirectories))
            Copy(file, Path.GetRelativePath(TestFolders.Real, file), text => text);
        foreach (var file in Directory.GetFiles(Path.Combine(TestFolders.Real, TestFolders.Birth, "1"), "*.yaml"))
            Copy(file, Path.Combine(TestFolders.Birth, "9", Path.GetFileName(file)), WithFee);
        Exemption[] exemptions =
        [
            new("meritorious", [TestFolders.Birth], new Words("Người có công", "Person of merit"), new Words("Giấy xác nhận", "A paper"),
                new DateOnly(2026, 1, 1), null, "Luật thử", false),
        ];
        RefundRule[] rules = [new("*", 7, true, true, new DateOnly(2026, 1, 1), null, "Quy tắc thử", false)];
        return new()
        {
            Clock = _clock,
            OnPort = true,
            Settings =
            {
                ["PublicServices:ProceduresFolder"] = _folder,
                ["Payments:GatewayUrl"] = _bank!.Address,
                ["Payments:Merchant"] = "p06-test",
                ["Payments:Secret"] = Secret,
                ["Payments:CallbackSecret"] = CallbackSecret,
                ["Payments:BankBin"] = "970436",
                ["Payments:Account"] = "0010000000000",
                ["Payments:AccountName"] = "KHO BAC MAU",
            },
            Services = services => services.Replace(ServiceDescriptor.Singleton(new FeeBook(Decisions, exemptions, rules))),
        };
    }

    private void Copy(string from, string to, Func<string, string> change)
    {
        var target = Path.Combine(_folder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, change(File.ReadAllText(from)));
    }

    private static string WithFee(string text) => text
        .Replace("version: 1\nvalid-from: 2026-01-16", "version: 9\nvalid-from: 2026-11-20", StringComparison.Ordinal)
        .Replace("channel: online, amount: 0,", "channel: online, amount: 8000,", StringComparison.Ordinal)
        .Replace("channel: post, amount: 0,", "channel: post, amount: 8000,", StringComparison.Ordinal)
        .Replace("{ id: accept, to: examination,", "{ id: accept, to: payment,", StringComparison.Ordinal)
        .Replace("  - id: supplement\n    state: 5", """
              - id: payment
                state: 6
                actor: applicant
                stage: reception
                clock-paused: true
                pays: true
                to: examination

              - id: supplement
                state: 5
            """, StringComparison.Ordinal)
        .Replace("\nsteps:\n  reception:", "\nsteps:\n  payment:\n    name: Chờ nộp lệ phí\n    citizen: Mời bạn nộp lệ phí.\n  reception:", StringComparison.Ordinal);

    /// <summary>A dossier that waits for its fee.</summary>
    internal async Task<string> DueAsync(TestBrowser applicant, TestBrowser clerk)
    {
        var code = await applicant.FileBirthAsync();
        await clerk.TakeAsync(code, "accept");
        await Host.DrainOutboxAsync();
        Assert.Equal("payment", await Database.StepOfAsync(code));
        return code;
    }

    /// <summary>The order that the applicant opens.</summary>
    internal async Task<Order> StartAsync(TestBrowser applicant, string code)
    {
        var page = await (await applicant.GetAsync($"/dossiers/{code}/pay")).Form("form[action*='handler=Start']").SubmitAsync();
        page.IsShown();
        return Bank.Books.Find(await ReferenceAsync(code)) ?? throw new InvalidOperationException("The bank knows no order.");
    }

    /// <summary>The newest payment's reference.</summary>
    internal Task<string> ReferenceAsync(string code) => Database.ScalarAsync<string>("""
        SELECT p.reference FROM public_services.payments p JOIN public_services.dossiers d ON d.id = p.dossier_id
        WHERE d.code = $1 ORDER BY p.created_at DESC LIMIT 1
        """, code);

    /// <summary>Payments, transfers, refunds, receipts and steps of a dossier, in one line.</summary>
    internal Task<string> MoneyOfAsync(string code) => Database.ScalarAsync<string>("""
        SELECT concat_ws(' ', d.step_id,
            (SELECT string_agg(p.state, ',' ORDER BY p.created_at) FROM public_services.payments p WHERE p.dossier_id = d.id),
            'transfers', (SELECT count(*) FROM public_services.bank_transfers t JOIN public_services.payments p ON p.id = t.payment_id WHERE p.dossier_id = d.id),
            'receipts', (SELECT count(*) FROM public_services.fee_receipts r JOIN public_services.payments p ON p.id = r.payment_id WHERE p.dossier_id = d.id),
            'settled', (SELECT count(*) FROM public_services.events e WHERE e.subject = 'dossier:' || d.id AND e.name = 'public-services.fee-settled'),
            'went-on', (SELECT count(*) FROM public_services.dossier_steps s WHERE s.dossier_id = d.id AND s.action = 'pay'),
            'refunds', (SELECT string_agg(r.reason || ':' || r.amount || ':' || r.state, ',' ORDER BY r.requested_at, r.reason) FROM public_services.refunds r
                JOIN public_services.payments p ON p.id = r.payment_id WHERE p.dossier_id = d.id))
        FROM public_services.dossiers d WHERE d.code = $1
        """, code);
}
