using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.ReferenceData.Data.Migrations;

[DbContext(typeof(ReferenceDataDbContext)), Migration("20261122080000_create_reference_tables")]
internal sealed class CreateReferenceTables : SqlMigration;
