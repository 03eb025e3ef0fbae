using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Population.Data.Migrations;

[DbContext(typeof(PopulationDbContext)), Migration("20261122101000_create_versions")]
internal sealed class CreateVersions : SqlMigration;

[DbContext(typeof(PopulationDbContext)), Migration("20261122102000_create_papers_and_ends")]
internal sealed class CreatePapersAndEnds : SqlMigration;
