using System.Text.Json.Nodes;
using Project06.PublicServices.Features.Dossiers;
using Project06.PublicServices.Procedures;
using static Project06.PublicServices.Tests.Procedures.TestFolders;

namespace Project06.PublicServices.Tests.Procedures;

/// <summary>Papers that a folder writes down itself, and effects that are told a text.</summary>
public sealed class PaperTemplateTests
{
    private const string Record = "3.000333", Yaml = "procedure.yaml", Paper = "paper.number-1.yaml";

    [Fact]
    public void A_folders_papers_are_read()
    {
        var procedure = Book.Get(Record, 1);

        Assert.Equal(["number-1", "number-2"], procedure.Papers.Keys);
        var first = procedure.Papers["number-1"];
        Assert.Equal("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1", first.Title);
        Assert.Contains(first.Sections.SelectMany(section => section.Lines), line => line is { Value: "{office.conviction}", Checked: true });
    }

    [Theory]
    [InlineData(Paper, "{subject.sex}", "{subject.salary}", "'{subject.salary}' is no field of this procedure")]
    [InlineData(Paper, "{other-names}", "{authorisation}", "'{authorisation}' is no field of this procedure")]
    [InlineData(Paper, "checked: true", "stamped: true", "'stamped' is not known here")]
    [InlineData(Paper, "when: management-ban\n", "when: banned\n", "'banned'")]
    [InlineData(Yaml, "template: kind", "template: who", "there is no paper.minor-child.yaml")]
    [InlineData(Yaml, "template: kind", "template: \"=number-1\"", "no effect issues the paper 'number-2'")]
    [InlineData(Yaml, "template: kind", "template: \"=number-3\"", "there is no paper.number-3.yaml")]
    [InlineData(Yaml, "template: kind", "template: \"=\"", "'=' stands before a text")]
    [InlineData(Yaml, "aboutId: subject", "aboutId: \"=subject\"", "'aboutId' is a person, and what stands after '=' is a text")]
    public void What_is_wrong_with_a_paper_is_said(string file, string old, string changed, string reason) =>
        Assert.Contains(ErrorsWith(Record, (file, old, changed)), error => error.File == $"{Record}/1/{file}"
            && error.Reason.Contains(reason, StringComparison.Ordinal));

    [Fact]
    public void A_text_after_an_equals_sign_is_mapped_as_it_stands()
    {
        var mapped = MappedAnswers.Build([new Mapping("template", "=number-1"), new Mapping("purpose", "purpose")],
            new JsonObject { ["purpose"] = "=x" }, Guid.NewGuid());

        Assert.Equal("""{"template":"number-1","purpose":"=x"}""", mapped.ToJsonString());
    }
}
