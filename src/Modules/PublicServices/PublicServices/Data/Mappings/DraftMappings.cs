using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("drafts").HasKey(x => x.Id);
        builder.Property(x => x.Answers).IsJson();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.FollowsId);
    }
}

internal sealed class EvidenceMapping : IEntityTypeConfiguration<Evidence>
{
    public void Configure(EntityTypeBuilder<Evidence> builder)
    {
        builder.ToTable("evidence").HasKey(x => x.Id);
        builder.HasOne<Draft>().WithMany().HasForeignKey(x => x.DraftId);
    }
}
