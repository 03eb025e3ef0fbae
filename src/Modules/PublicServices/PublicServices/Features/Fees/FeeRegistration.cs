using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Jobs;
using Project06.PublicServices.Contracts;

namespace Project06.PublicServices.Features.Fees;

internal static class FeeRegistration
{
    public static readonly string[] InsertOnlyTables = ["payment_events", "bank_transfers", "callback_nonces"];

    public static readonly string[] NoDeleteTables = ["fee_obligations", "payments", "refunds", "fee_receipts", "receipt_counters", "cash_pay_ins"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static IServiceCollection AddFees(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PaymentOptions>(configuration.GetSection("Payments"));
        services.AddSingleton(_ => FeeBook.Read(DataFolder("fees")));
        services.AddSingleton(_ => BankBook.Read(DataFolder("banks")));
        services.AddSingleton<DossierFees>();
        services.AddScoped<DossierMoney>();
        services.AddScoped<BankSaid>();
        services.AddScoped<AskGateway>();
        services.AddScoped<SendRefund>();
        services.AddScoped<FinishRefund>();
        services.AddScoped<ReturnAfterEnd>();
        services.AddScoped<RefundQueue>();
        services.AddScoped<ReconcileDay>();
        services.AddHttpClient<IPaymentGateway, HttpPaymentGateway>(http => http.Timeout = Patience);
        services.AddScheduledJob<CheckPayments>("public-services.check-payments", TimeSpan.FromMinutes(1));
        services.AddScheduledJob<ReconcilePayments>("public-services.reconcile-payments", "0 30 1 * * ?");
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Fees/Pay", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Fees/Office", PublicServicesPermissions.Cashier);
            options.Conventions.AuthorizeFolder("/Fees/Cash", PublicServicesPermissions.Cashier);
            options.Conventions.AuthorizeFolder("/Fees/Refunds", PublicServicesPermissions.OverseeFees);
            options.Conventions.AuthorizeFolder("/Fees/Reconcile", PublicServicesPermissions.OverseeFees);
        });
        return services;
    }

    private static string DataFolder(string name) => Path.Combine(AppContext.BaseDirectory, "data", name);
}
