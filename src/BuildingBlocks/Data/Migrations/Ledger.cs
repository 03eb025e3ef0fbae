using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Signing;

namespace Project06.BuildingBlocks.Data.Migrations;

[DbContext(typeof(SigningDbContext)), Migration("20261122120000_create_certificates")]
internal sealed class CreateCertificates : SqlMigration;
