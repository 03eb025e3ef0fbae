using static Project06.PublicServices.Tests.Procedures.TestFolders;

namespace Project06.PublicServices.Tests.Procedures;

public sealed class ProcedureLoaderTests
{
    private const string Yaml = "procedure.yaml";

    [Fact]
    public void The_real_folders_have_no_error()
    {
        Assert.Superset(new HashSet<string> { Birth, Absence }, Book.All.Select(procedure => procedure.Code).ToHashSet());
        Assert.All(Book.All, procedure => Assert.Equal(64, procedure.ContentHash.Length));
    }

    [Fact]
    public void A_key_that_is_not_known_is_said_with_its_line() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "competent-unit:", "colour: red\ncompetent-unit:")),
            Birth, Yaml, LineOf(Birth, Yaml, "competent-unit:"), "'colour' is not known here");

    [Fact]
    public void A_wrong_type_of_value_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "max-length: 250 }", "max-length: long }")),
            Birth, Yaml, LineOf(Birth, Yaml, "max-length: 250 }"), "'max-length' must be a whole number");

    [Fact]
    public void A_field_type_outside_the_vocabulary_is_said() => Assert.Contains(
        ErrorsWith(Birth, (Yaml, "child-middle-name, type: name", "child-middle-name, type: colour")),
        error => error.Line == LineOf(Birth, Yaml, "child-middle-name, type: name") && error.Reason.Contains("'type' must be one of text, name", StringComparison.Ordinal));

    [Fact]
    public void A_source_outside_the_vocabulary_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "- mother.spouse", "- mother.salary")),
            Birth, Yaml, LineOf(Birth, Yaml, "- mother.spouse"), "'mother.salary' is no known source");

    [Fact]
    public void A_source_of_another_type_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "[father.surname, mother.surname]", "[father.residence-unit, mother.surname]")),
            Birth, Yaml, LineOf(Birth, Yaml, "[father.surname"), "gives a unit, the field is name");

    [Fact]
    public void A_condition_on_a_field_that_comes_later_is_said_with_its_column() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "required: relation != caregiver", "required: proof != notice")),
            Birth, Yaml, LineOf(Birth, Yaml, "required: relation != caregiver"), "(column 1) reads 'proof', which is no field that comes before");

    [Fact]
    public void A_condition_with_a_value_that_is_no_option_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "when: proof = witness", "when: proof = wittness")),
            Birth, Yaml, LineOf(Birth, Yaml, "when: proof = witness"), "'wittness', which isn't one of its options");

    [Fact]
    public void A_condition_that_cannot_be_read_is_said_with_its_column() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "when: proof = witness", "when: proof = witness or")),
            Birth, Yaml, LineOf(Birth, Yaml, "when: proof = witness"), "ends where a field should come (column 19)");

    [Fact]
    public void A_mapping_to_a_property_the_effect_lacks_is_said() => Assert.Contains(
        ErrorsWith(Birth, (Yaml, "childBirthPlace: birth-place", "childPlace: birth-place")),
        error => error.Reason.StartsWith("civil-status.register-birth has no 'childPlace'", StringComparison.Ordinal)
            && error.Line == LineOf(Birth, Yaml, "childBirthPlace: birth-place"));

    [Fact]
    public void A_required_property_that_is_not_mapped_is_said() =>
        Assert.Contains(ErrorsWith(Birth, (Yaml, "      childBirthPlace: birth-place\n", "")),
            error => error.Reason == "civil-status.register-birth needs 'childBirthPlace', which isn't mapped");

    [Fact]
    public void A_mapping_of_the_wrong_type_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "      childBirthPlace: birth-place", "      childBirthPlace: child-birth-date")),
            Birth, Yaml, LineOf(Birth, Yaml, "childBirthPlace: birth-place"), "'childBirthPlace' is a text, but the field 'child-birth-date' is date");

    [Fact]
    public void A_mapping_that_may_be_empty_where_a_value_is_needed_is_said() =>
        AssertOne(ErrorsWith(Birth, (Yaml, "      childBirthPlace: birth-place", "      childBirthPlace: birth-notice-code")),
            Birth, Yaml, LineOf(Birth, Yaml, "childBirthPlace: birth-place"), "must have a value, but the field 'birth-notice-code' may be empty");

    [Fact]
    public void An_effect_that_no_module_has_is_said() => Assert.Contains(
        ErrorsWith(Absence, (Yaml, "name: population.record-temporary-absence", "name: population.fly")),
        error => error.Reason.StartsWith("'population.fly' is no effect of any module", StringComparison.Ordinal));

    [Fact]
    public void A_step_that_is_not_there_is_said() => Assert.Contains(
        ErrorsWith(Birth, (Yaml, "id: accept, to: examination", "id: accept, to: nowhere")),
        error => error.Line == LineOf(Birth, Yaml, "id: accept, to: examination") && error.Reason == "'to' names the step 'nowhere', which isn't there");

    [Fact]
    public void A_second_supplement_is_said() => Assert.Contains(
        ErrorsWith(Birth, (Yaml, "asks: fields, once: supplement", "asks: fields")),
        error => error.Reason.Contains("which can be asked once", StringComparison.Ordinal));

    [Fact]
    public void A_missing_English_text_is_said_in_the_English_file() =>
        AssertOne(ErrorsWith(Birth, ("texts.en.yaml", "    label: Place of birth\n", "")),
            Birth, "texts.en.yaml", LineOfField("birth-place"),
            "the English text 'fields.birth-place.label' is missing");

    [Fact]
    public void A_text_that_nothing_shows_is_said() => Assert.Contains(
        ErrorsWith(Birth, ("texts.vi.yaml", "stages:\n", "stages:\n  dancing: Nhảy múa\n")),
        error => error.File.EndsWith("texts.vi.yaml", StringComparison.Ordinal) && error.Reason.Contains("'stages.dancing'", StringComparison.Ordinal));

    [Fact]
    public void A_file_that_is_no_yaml_is_said()
    {
        var error = Assert.Single(ErrorsWith(Absence, (Yaml, "owner: population", "owner: [population")));
        Assert.Equal($"{Absence}/1/{Yaml}", error.File);
        Assert.StartsWith("this isn't YAML", error.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_are_said_at_once()
    {
        var errors = ErrorsWith(Birth,
            (Yaml, "- mother.spouse", "- mother.salary"),
            (Yaml, "owner: civil-status", "owner: civil-status\ncolour: red"),
            ("texts.en.yaml", "  filed: Filed\n", ""));
        Assert.Equal(3, errors.Count);
    }

    [Fact]
    public void The_version_in_force_is_found_by_day()
    {
        var birth = Book.Get(Birth, 1);
        Assert.Same(birth, Book.Find(Birth, birth.ValidFrom));
        Assert.Null(Book.Find(Birth, birth.ValidFrom.AddDays(-1)));
        Assert.Throws<KeyNotFoundException>(() => Book.Get(Birth, 2));
    }

    // A page of the same name stands before it.
    private static int LineOfField(string id) =>
        Array.FindLastIndex(File.ReadAllLines(Path.Combine(Real, Birth, "1", "texts.en.yaml")), line => line == $"  {id}:") + 1;

    private static void AssertOne(IReadOnlyList<Project06.PublicServices.Procedures.LoadError> errors, string code, string file, int line, string reason)
    {
        var error = Assert.Single(errors);
        Assert.Equal($"{code}/1/{file}", error.File);
        Assert.Equal(line, error.Line);
        Assert.Contains(reason, error.Reason, StringComparison.Ordinal);
    }
}
