using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122013000_create_fees")]
internal sealed class CreateFees : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122180000_say_why_refund")]
internal sealed class SayWhyRefund : SqlMigration;
