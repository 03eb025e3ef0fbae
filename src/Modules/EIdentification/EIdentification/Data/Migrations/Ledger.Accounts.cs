using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.EIdentification.Data.Migrations;

[DbContext(typeof(EIdentificationDbContext)), Migration("20261122101000_create_activations_passkeys_devices")]
internal sealed class CreateActivationsPasskeysDevices : SqlMigration;
