using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122000100_add_consents_and_groups")]
internal sealed class AddConsentsAndGroups : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122000200_let_drafts_follow")]
internal sealed class LetDraftsFollow : SqlMigration;
