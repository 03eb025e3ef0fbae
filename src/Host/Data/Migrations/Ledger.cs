using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Host.Data.Migrations;

[DbContext(typeof(HostDbContext)), Migration("20261121100000_create_operations")]
internal sealed class CreateOperations : SqlMigration;
