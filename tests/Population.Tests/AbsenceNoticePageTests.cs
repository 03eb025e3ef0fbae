using System.Net;
using System.Text.Json;
using Project06.Population.Contracts;
using Project06.Population.Tests.Ground;
using Project06.PublicServices.Contracts;

namespace Project06.Population.Tests;

[Collection(nameof(PopulationGround))]
public sealed class AbsenceNoticePageTests(PopulationGround ground)
{
    [Fact]
    public async Task Get_ByTheAbsentPerson_ShowsThePaperAndWritesNoRow()
    {
        var person = await ground.CreatePersonAsync();
        var address = await RecordAsync(person, filedBy: person);

        var (status, html) = await ground.GetAsync(address, person);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("PHIẾU KHAI BÁO TẠM VẮNG", html, StringComparison.Ordinal);
        Assert.Contains("CÔNG AN PHƯỜNG CỬA NAM", html, StringComparison.Ordinal);
        Assert.Contains("CÔNG AN THÀNH PHỐ HÀ NỘI", html, StringComparison.Ordinal);
        Assert.Contains("01/12/2026", html, StringComparison.Ordinal);
        Assert.Contains("chưa biết ngày về", html, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(person));
    }

    [Fact]
    public async Task Get_ByTheParentWhoFiled_WritesARowForTheChild()
    {
        var (child, mother) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        var address = await RecordAsync(child, filedBy: mother);

        var (status, _) = await ground.GetAsync(address, mother, "en");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["read-own-dossier G01.26-1"], await RowsAsync(child));
    }

    [Fact]
    public async Task Get_BySomebodyElse_IsNotFoundAndWritesNoRow()
    {
        var (person, stranger) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        var address = await RecordAsync(person, filedBy: person);

        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(address, stranger)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync($"/population/absences/{Guid.NewGuid()}", person)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ground.GetAsync(address, person: null)).Status);
        Assert.Empty(await RowsAsync(person));
    }

    [Fact]
    public async Task Get_ByTheOfficeThatRecorded_WritesItsRow_ByAnotherOfficeIsNotFound()
    {
        var (person, officer) = (await ground.CreatePersonAsync(), await ground.CreatePersonAsync());
        var address = await RecordAsync(person, filedBy: person);

        Assert.Equal(HttpStatusCode.NotFound, (await ground.GetAsync(address, officer, post: "G01.26.00.02")).Status);
        Assert.Empty(await RowsAsync(person));
        Assert.Equal(HttpStatusCode.OK, (await ground.GetAsync(address, officer, post: "G01.26.00.01")).Status);
        Assert.Equal(["decide G01.26-1"], await RowsAsync(person));
    }

    private Task<List<string>> RowsAsync(Guid person) =>
        ground.QueryAsync<string>("SELECT purpose || ' ' || dossier FROM transparency.access_rows WHERE person_id = $1", null, person);

    private async Task<string> RecordAsync(Guid person, Guid filedBy)
    {
        var asked = new EffectRequested(Guid.CreateVersion7(), Guid.CreateVersion7(), "population.record-temporary-absence");
        var fields = new RecordTemporaryAbsence(person, "d", new DateOnly(2026, 12, 1), null, null, "Tokyo", "Đi học");
        ground.Neighbours.EffectInputs[asked.RequestId] = new EffectInput(
            asked.Effect, JsonSerializer.SerializeToElement(fields, JsonSerializerOptions.Web), asked.DossierId, "G01.26-1", "1.003677",
            filedBy, "G01.26.00.01", Families.Ward, Guid.NewGuid(), TimeProvider.System.GetUtcNow(), []);
        await ground.TellAsync(asked);
        var id = (await ground.QueryAsync<Guid>("SELECT id FROM population.absences WHERE request_id = $1", null, asked.RequestId))[0];
        return $"/population/absences/{id}";
    }
}
