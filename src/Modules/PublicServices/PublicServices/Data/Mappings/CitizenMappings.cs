using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class LetterMapping : IEntityTypeConfiguration<Letter>
{
    public void Configure(EntityTypeBuilder<Letter> builder)
    {
        builder.ToTable("letters").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class RatingMapping : IEntityTypeConfiguration<Rating>
{
    public void Configure(EntityTypeBuilder<Rating> builder)
    {
        builder.ToTable("ratings").HasKey(x => x.DossierId);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>
{
    public void Configure(EntityTypeBuilder<Complaint> builder)
    {
        builder.ToTable("complaints").HasKey(x => x.Id);
        builder.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
        builder.Property(x => x.Outcome).HasConversion<string>();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        builder.HasOne<Complaint>().WithMany().HasForeignKey(x => x.FollowsId);
    }
}
