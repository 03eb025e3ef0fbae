using System.Text.Json.Nodes;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Project06.BuildingBlocks.Actors;
using Project06.PublicServices.Features.Drafts;
using Project06.PublicServices.Features.Drafts.Question;
using Project06.PublicServices.Tests.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>One draft saved from many tabs at once.</summary>
public sealed class DraftTabsTests(TestGround ground) : IClassFixture<TestGround>
{
    private static readonly string[] Fields = ["child-middle-name", "child-given-name", "birth-place", "proof", "relation", "child-sex"];

    [Fact]
    public async Task SaveAnswers_FromManyTabsAtOnce_LosesNone()
    {
        var (draft, person) = (Guid.CreateVersion7(), Guid.NewGuid());
        await ground.Database.ExecuteAsync("""
            INSERT INTO public_services.drafts (id, procedure_code, procedure_version, content_hash, applicant_id, started_at, saved_at, answers)
            VALUES ($1, $2, 1, '', $3, now(), now(), '{}')
            """, draft, TestFolders.Birth, person);

        await Task.WhenAll(Fields.Select(field => SaveAsync(draft, person, field)));

        Assert.Equal(Fields.Length, await ground.Database.ScalarAsync<int>(
            "SELECT count(*)::int FROM public_services.drafts, jsonb_object_keys(answers) WHERE id = $1", draft));
    }

    private async Task SaveAsync(Guid draft, Guid person, string field)
    {
        await using var scope = ground.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SaveAnswers(
            draft, "birth-place", new JsonObject { [field] = "1" }, new Dictionary<string, NamedPerson>(),
            new Actor(Guid.NewGuid(), person, Guid.NewGuid(), "Người dân", [])));
    }
}
