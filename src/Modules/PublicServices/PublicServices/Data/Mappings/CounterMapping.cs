using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data.Mappings;

internal sealed class CounterVisitMapping : IEntityTypeConfiguration<CounterVisit>
{
    public void Configure(EntityTypeBuilder<CounterVisit> visit)
    {
        visit.ToTable("counter_visits").HasKey(x => x.Id);
        visit.Property(x => x.Version).IsRowVersion().HasColumnName("xmin");
    }
}
