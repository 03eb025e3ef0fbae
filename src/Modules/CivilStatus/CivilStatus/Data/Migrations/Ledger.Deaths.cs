using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.CivilStatus.Data.Migrations;

[DbContext(typeof(CivilStatusDbContext)), Migration("20261122110000_create_death_books")]
internal sealed class CreateDeathBooks : SqlMigration;
