using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Project06.BuildingBlocks.Persistence;

namespace Project06.PublicServices.Data.Migrations;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122070000_create_letters_ratings_complaints")]
internal sealed class CreateLettersRatingsComplaints : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122070200_reuse_papers")]
internal sealed class ReusePapers : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122180100_give_results_as_evidence")]
internal sealed class GiveResultsAsEvidence : SqlMigration;

[DbContext(typeof(PublicServicesDbContext)), Migration("20261122180300_tell_of_disputes")]
internal sealed class TellOfDisputes : SqlMigration;
