using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class ConsentMapping : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consents").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        builder.Property(x => x.Answer).HasConversion<string>();
    }
}

internal sealed class DossierAlertMapping : IEntityTypeConfiguration<DossierAlert>
{
    public void Configure(EntityTypeBuilder<DossierAlert> builder)
    {
        builder.ToTable("dossier_alerts").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}
