using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.BuildingBlocks.Money;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class FeeObligationMapping : IEntityTypeConfiguration<FeeObligation>
{
    public void Configure(EntityTypeBuilder<FeeObligation> builder)
    {
        builder.ToTable("fee_obligations").HasKey(x => x.DossierId);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
        builder.Property(x => x.UnitAmount).HasConversion<Vnd.Converter>();
    }
}

internal sealed class PaymentMapping : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("payments").HasKey(x => x.Id);
        builder.HasOne<FeeObligation>().WithMany().HasForeignKey(x => x.DossierId);
        builder.HasOne<CashPayIn>().WithMany().HasForeignKey(x => x.PayInId);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
        builder.Property(x => x.Tendered).HasConversion<Vnd.Converter>();
    }
}

internal sealed class PaymentEventMapping : IEntityTypeConfiguration<PaymentEvent>
{
    public void Configure(EntityTypeBuilder<PaymentEvent> builder)
    {
        builder.ToTable("payment_events").HasKey(x => x.Id);
        builder.HasOne<Payment>().WithMany().HasForeignKey(x => x.PaymentId);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
    }
}

internal sealed class CallbackNonceMapping : IEntityTypeConfiguration<CallbackNonce>
{
    public void Configure(EntityTypeBuilder<CallbackNonce> builder) => builder.ToTable("callback_nonces").HasKey(x => x.Nonce);
}

internal sealed class BankTransferMapping : IEntityTypeConfiguration<BankTransfer>
{
    public void Configure(EntityTypeBuilder<BankTransfer> builder)
    {
        builder.ToTable("bank_transfers").HasKey(x => x.Transaction);
        builder.HasOne<Payment>().WithMany().HasForeignKey(x => x.PaymentId);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
    }
}

internal sealed class RefundMapping : IEntityTypeConfiguration<Refund>
{
    public void Configure(EntityTypeBuilder<Refund> builder)
    {
        builder.ToTable("refunds").HasKey(x => x.Id);
        builder.HasOne<Payment>().WithMany().HasForeignKey(x => x.PaymentId);
        builder.HasOne<BankTransfer>().WithMany().HasForeignKey(x => x.Transaction);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
    }
}

internal sealed class FeeReceiptMapping : IEntityTypeConfiguration<FeeReceipt>
{
    public void Configure(EntityTypeBuilder<FeeReceipt> builder)
    {
        builder.ToTable("fee_receipts").HasKey(x => x.Id);
        builder.HasOne<Payment>().WithMany().HasForeignKey(x => x.PaymentId);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
    }
}

internal sealed class CashPayInMapping : IEntityTypeConfiguration<CashPayIn>
{
    public void Configure(EntityTypeBuilder<CashPayIn> builder)
    {
        builder.ToTable("cash_pay_ins").HasKey(x => x.Id);
        builder.Property(x => x.Amount).HasConversion<Vnd.Converter>();
        builder.Property(x => x.Counted).HasConversion<Vnd.Converter>();
    }
}

internal sealed class StatementDayMapping : IEntityTypeConfiguration<StatementDay>
{
    public void Configure(EntityTypeBuilder<StatementDay> builder)
    {
        builder.ToTable("statement_days").HasKey(x => x.Day);
        builder.Property(x => x.BankTotal).HasConversion<Vnd.Converter>();
        builder.Property(x => x.OurTotal).HasConversion<Vnd.Converter>();
    }
}

internal sealed class StatementFindingMapping : IEntityTypeConfiguration<StatementFinding>
{
    public void Configure(EntityTypeBuilder<StatementFinding> builder)
    {
        builder.ToTable("statement_findings").HasKey(x => x.Id);
        builder.Property(x => x.BankAmount).HasConversion<Vnd.Converter>();
        builder.Property(x => x.OurAmount).HasConversion<Vnd.Converter>();
    }
}
