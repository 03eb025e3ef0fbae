using System.Text.Json.Nodes;
using Project06.BuildingBlocks.Actors;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>An official whom a dossier concerns leaves it to a colleague.</summary>
public sealed class OwnDossierTests
{
    private static readonly Guid Applicant = Guid.NewGuid(), Mother = Guid.NewGuid();

    [Fact]
    public void MoverFor_AnOfficialWhomTheDossierConcerns_IsNobody()
    {
        var procedure = TestFolders.Book.Get(TestFolders.Birth, 1);
        var dossier = new Dossier
        {
            Id = Guid.NewGuid(), Code = DossierCode.Parse("H26.01.01.01-261120-0001"), ProcedureCode = procedure.Code, ProcedureVersion = 1,
            ContentHash = "", ApplicantId = Applicant, Channel = 2, UnitCode = "00082", ReceivingOrganisation = "H26.01.01.01",
            DecidingOrganisation = "H26.01.01", FiledAt = DateTimeOffset.UnixEpoch, StepId = "reception", PromisedAt = DateTimeOffset.UnixEpoch,
            Answers = new JsonObject { ["mother"] = AnswerValues.Person(Mother) },
        };
        var (reception, confirmation) = (procedure.Step("reception"), procedure.Step("confirmation"));

        Assert.NotNull(DossierAccess.MoverFor(dossier, reception, Clerk(Guid.NewGuid())));
        Assert.Null(DossierAccess.MoverFor(dossier, reception, Clerk(Applicant)));
        Assert.Null(DossierAccess.MoverFor(dossier, reception, Clerk(Mother)));
        Assert.NotNull(DossierAccess.MoverFor(dossier, confirmation, Clerk(Applicant)));
    }

    private static Actor Clerk(Guid person) => new(
        Guid.NewGuid(), person, Guid.NewGuid(), "Cán bộ", [new ActorPost(Roles.ReceivingClerk, "H26.01.01.01", "", "", "00082")]);
}
