using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Apologies;
using Project06.PublicServices.Features.OfficialForms;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class OfficialFormMapping : IEntityTypeConfiguration<OfficialForm>
{
    public void Configure(EntityTypeBuilder<OfficialForm> form)
    {
        form.ToTable("official_forms").HasKey(f => f.Id);
        form.Property(f => f.Content).HasColumnType("jsonb");
        form.Ignore(f => f.Sheet);
        form.HasOne<Dossier>().WithMany().HasForeignKey(f => f.DossierId);
    }
}

internal sealed class ApologyMapping : IEntityTypeConfiguration<Apology>
{
    public void Configure(EntityTypeBuilder<Apology> apology)
    {
        apology.ToTable("apologies").HasKey(a => a.DossierId);
        apology.Property(a => a.Version).IsRowVersion().HasColumnName("xmin");
        apology.HasOne<Dossier>().WithMany().HasForeignKey(a => a.DossierId);
    }
}
