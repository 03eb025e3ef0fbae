using Microsoft.EntityFrameworkCore;
using Project06.EIdentification.Domain;

namespace Project06.EIdentification.Data;

/// <summary>Tables of activation, factors and history. Inserts follow foreign keys.</summary>
internal static class AccountsMapping
{
    public static void Map(ModelBuilder model)
    {
        Of<Activation>(model, "activations");
        Of<Passkey>(model, "passkeys");
        Of<RecoveryCode>(model, "recovery_codes");
        Of<MailChange>(model, "mail_changes");
        Of<HistoryEntry>(model, "account_history");
        model.Entity<AskedByStranger>(row =>
        {
            row.ToTable("asked_by_strangers").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<PasskeyChallenge>(row =>
        {
            row.ToTable("passkey_challenges").HasKey(r => r.Id);
            row.Property(r => r.Id).ValueGeneratedNever();
        });
        model.Entity<KnownDevice>(row =>
        {
            row.ToTable("known_devices").HasKey(r => new { r.AccountId, r.DeviceHash });
            row.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId);
        });
        model.Entity<DeathRecord>(row =>
        {
            row.ToTable("deaths").HasKey(r => r.EntryId);
            row.Property(r => r.EntryId).ValueGeneratedNever();
        });
    }

    private static void Of<T>(ModelBuilder model, string table) where T : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table).HasKey("Id");
        entity.Property<Guid>("Id").ValueGeneratedNever();
        entity.HasOne<Account>().WithMany().HasForeignKey("AccountId");
    }
}
