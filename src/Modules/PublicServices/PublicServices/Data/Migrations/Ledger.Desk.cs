using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122090000_hold_dossiers")]
internal sealed class HoldDossiers : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122180200_wait_for_payment")]
internal sealed class WaitForPayment : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122193100_ask_an_office_once")]
internal sealed class AskAnOfficeOnce : SqlMigration;
