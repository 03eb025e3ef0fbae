using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.CivilStatus.Data.Migrations;

[DbContext(typeof(CivilStatusDbContext)), Migration("20261122111000_create_changes_and_copies")]
internal sealed class CreateChangesAndCopies : SqlMigration;
