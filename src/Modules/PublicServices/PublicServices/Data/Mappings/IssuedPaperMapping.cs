using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.BuildingBlocks.Files;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.IssuedPapers;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class IssuedPaperMapping : IEntityTypeConfiguration<IssuedPaper>
{
    public void Configure(EntityTypeBuilder<IssuedPaper> paper)
    {
        paper.ToTable("issued_papers").HasKey(p => p.Id);
        paper.Property(p => p.Content).HasColumnType("jsonb");
        paper.Ignore(p => p.Sheet);
        paper.HasOne<Dossier>().WithMany().HasForeignKey(p => p.DossierId);
        paper.HasOne<EffectRequest>().WithMany().HasForeignKey(p => p.RequestId);
        paper.HasOne<StoredFile>().WithMany().HasForeignKey(p => p.FileId);
    }
}
