using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data;

internal sealed partial class PublicServicesDbContext
{
    public DbSet<CounterVisit> Visits => Set<CounterVisit>();
}
