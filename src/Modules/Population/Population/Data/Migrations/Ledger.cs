using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Population.Data.Migrations;

[DbContext(typeof(PopulationDbContext)), Migration("20261122093000_create_persons")]
internal sealed class CreatePersons : SqlMigration;

[DbContext(typeof(PopulationDbContext)), Migration("20261122093100_create_absences")]
internal sealed class CreateAbsences : SqlMigration;
