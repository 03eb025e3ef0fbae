using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.EIdentification.Data.Migrations;

[DbContext(typeof(EIdentificationDbContext)), Migration("20261122090000_create_accounts_sessions_posts")]
internal sealed class CreateAccountsSessionsPosts : SqlMigration;

[DbContext(typeof(EIdentificationDbContext)), Migration("20261122100000_allow_posts_of_provinces_and_post_offices")]
internal sealed class AllowPostsOfProvincesAndPostOffices : SqlMigration;

[DbContext(typeof(EIdentificationDbContext)), Migration("20261122101000_create_activations_passkeys_devices")]
internal sealed class CreateActivationsPasskeysDevices : SqlMigration;
