using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122091000_create_counter_visits")]
internal sealed class CreateCounterVisits : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122092000_add_death_to_alerts")]
internal sealed class AddDeathToAlerts : SqlMigration;
