using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.Steering.Data.Migrations;

[DbContext(typeof(SteeringDbContext)), Migration("20261122090000_create_dossier_facts")]
internal sealed class CreateDossierFacts : SqlMigration;
