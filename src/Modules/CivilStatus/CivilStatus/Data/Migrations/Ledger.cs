using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.CivilStatus.Data.Migrations;

[DbContext(typeof(CivilStatusDbContext)), Migration("20261122090000_create_birth_books")]
internal sealed class CreateBirthBooks : SqlMigration;
