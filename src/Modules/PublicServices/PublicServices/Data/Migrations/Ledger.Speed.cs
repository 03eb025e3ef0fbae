using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122150000_index_queues")]
internal sealed class IndexQueues : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122190000_index_seats")]
internal sealed class IndexSeats : SqlMigration;
