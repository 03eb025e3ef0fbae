using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122090000_hold_dossiers")]
internal sealed class HoldDossiers : SqlMigration;
