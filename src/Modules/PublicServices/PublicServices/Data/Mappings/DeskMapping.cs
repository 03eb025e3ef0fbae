using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class HeldDossierMapping : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> dossier)
    {
        dossier.Property(x => x.Waits).ValueGeneratedOnAddOrUpdate();
        dossier.Ignore(x => x.Holder);
    }
}

internal sealed class OpinionRequestMapping : IEntityTypeConfiguration<OpinionRequest>
{
    public void Configure(EntityTypeBuilder<OpinionRequest> opinion)
    {
        opinion.ToTable("opinion_requests").HasKey(x => x.Id);
        opinion.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
        opinion.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}
