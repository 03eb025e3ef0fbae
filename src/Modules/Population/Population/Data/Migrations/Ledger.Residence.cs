using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Population.Data.Migrations;

[DbContext(typeof(PopulationDbContext)), Migration("20261122101000_create_versions")]
internal sealed class CreateVersions : SqlMigration;
