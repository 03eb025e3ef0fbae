using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class DossierMapping : IEntityTypeConfiguration<Dossier>
{
    public void Configure(EntityTypeBuilder<Dossier> builder)
    {
        builder.ToTable("dossiers").HasKey(x => x.Id);
        builder.Property(x => x.Code).HasConversion<DossierCode.Converter>();
        builder.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
        builder.Property(x => x.Answers).IsJson();
        builder.Property(x => x.Decisions).IsJson();
        builder.Property(x => x.HandedOverBy).HasConversion<string>();
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.FollowsId);
    }
}

internal sealed class DossierStepMapping : IEntityTypeConfiguration<DossierStep>
{
    public void Configure(EntityTypeBuilder<DossierStep> builder)
    {
        builder.ToTable("dossier_steps").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
        builder.Property(x => x.Reasons).IsJson();
        builder.Property(x => x.Decisions).IsJson();
    }
}

internal sealed class DossierPersonMapping : IEntityTypeConfiguration<DossierPerson>
{
    public void Configure(EntityTypeBuilder<DossierPerson> builder)
    {
        builder.ToTable("dossier_people").HasKey(x => new { x.DossierId, x.Field });
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class EffectRequestMapping : IEntityTypeConfiguration<EffectRequest>
{
    public void Configure(EntityTypeBuilder<EffectRequest> builder)
    {
        builder.ToTable("effect_requests").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class DossierResultRowMapping : IEntityTypeConfiguration<DossierResultRow>
{
    public void Configure(EntityTypeBuilder<DossierResultRow> builder)
    {
        builder.ToTable("dossier_results").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages").HasKey(x => x.Id);
        builder.HasOne<Dossier>().WithMany().HasForeignKey(x => x.DossierId);
    }
}

internal sealed class OperatorNoticeMapping : IEntityTypeConfiguration<OperatorNotice>
{
    public void Configure(EntityTypeBuilder<OperatorNotice> builder) => builder.ToTable("operator_notices").HasKey(x => x.Key);
}
