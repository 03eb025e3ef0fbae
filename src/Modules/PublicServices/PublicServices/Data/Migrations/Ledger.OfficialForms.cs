using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122121500_create_official_forms")]
internal sealed class CreateOfficialForms : SqlMigration;
