using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Transparency.Data.Migrations;

[DbContext(typeof(TransparencyDbContext)), Migration("20261122090000_create_access_ledger")]
internal sealed class CreateAccessLedger : SqlMigration;

[DbContext(typeof(TransparencyDbContext)), Migration("20261122070400_create_access_disputes")]
internal sealed class CreateAccessDisputes : SqlMigration;
