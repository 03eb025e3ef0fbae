using System.Text.Json;
using Project06.Population.Contracts;
using Project06.Population.Domain;
using Project06.Population.Features.Effects;

namespace Project06.Population.Tests;

public sealed class AbsenceSpanTests
{
    [Fact]
    public void EffectFields_ReadMappedAnswers()
    {
        var fields = JsonDocument.Parse("""
            {"absentPersonId":"01930000-0000-7000-8000-000000000001","ground":"d","from":"2026-12-01","until":null,
             "destinationUnit":null,"destinationAddress":"Tokyo","reason":"Đi học"}
            """).RootElement;

        var asked = fields.Deserialize<RecordTemporaryAbsence>(EffectRun.Json)!;

        Assert.Equal(new DateOnly(2026, 12, 1), asked.From);
        Assert.Null(asked.Until);
        Assert.Equal("Đi học", asked.Reason);
    }

    [Fact]
    public void Names_OfOneWord_KeepNoBlank() => Assert.Equal("Y", PersonRecord.WriteName("", "", "Y"));
}
