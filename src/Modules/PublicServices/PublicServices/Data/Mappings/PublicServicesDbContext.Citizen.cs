using Microsoft.EntityFrameworkCore;
using Project06.PublicServices.Domain;

namespace Project06.PublicServices.Data;

internal sealed partial class PublicServicesDbContext
{
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
}
