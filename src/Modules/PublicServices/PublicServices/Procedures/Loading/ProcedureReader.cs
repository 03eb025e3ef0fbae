namespace Project06.PublicServices.Procedures;

/// <summary>Reads one folder: <c>procedure.yaml</c> and its texts in both languages.</summary>
internal sealed class ProcedureReader(string folder, string shown, ContractTypes contracts, LoadErrors errors)
{
    public Procedure? Read(string code, int version, string contentHash, Func<string, string, string> contentHashWith)
    {
        var file = $"{shown}/procedure.yaml";
        if (YamlMap.Open(Path.Combine(folder, "procedure.yaml"), file, errors) is not { } map)
            return null;
        var texts = FolderTexts.Open(folder, shown, errors);
        var others = new OtherFolders(Path.Combine(folder, "..", ".."), errors);
        if (map.Has("based-on") && others.Find(map, "based-on", texts) is { } basis)
            map.Inherit(basis, Inherited);
        if (map.Text("code") is { } saidCode && saidCode != code)
            map.Error($"'code' is {saidCode}, but the folder is {code}", "code");
        if (map.Number("version") is { } saidVersion && saidVersion != version)
            map.Error($"'version' is {saidVersion}, but the folder is {version}", "version");

        var form = new PagesReader(texts, errors, others);
        var pages = form.Read(map);
        var workflow = new WorkflowReader(texts, map.Map("effects", required: false)?.Keys.ToArray() ?? [], form);
        var stages = workflow.Stages(map);
        var steps = workflow.Steps(map, stages);
        var contract = new ContractReader(contracts, form);
        var effects = contract.Effects(map);
        var limit = LimitReader.Read(map, form);
        var procedure = new Procedure
        {
            Code = code,
            Version = version,
            ContentHash = others.Used.Aggregate(contentHash, contentHashWith),
            ValidFrom = map.Date("valid-from") ?? default,
            BasedOn = map.Text("based-on", required: false)?.Split('/')[0],
            ValidTo = map.Date("valid-to", required: false),
            Owner = map.Text("owner") ?? "",
            Offices = ReadOffices(map),
            CompetentUnitField = map.Text("competent-unit") ?? "",
            CodePrefix = map.Text("code-prefix", required: false),
            TimeLimit = limit,
            Fees = ReadFees(map, form),
            Documents = ReadDocuments(map, form.Fields, texts),
            LegalBasis = ReadLegalBasis(map),
            Texts = ReadTexts(texts, limit),
            Pages = pages,
            Fields = form.Fields,
            Checks = contract.Checks(map),
            Effects = effects,
            Papers = new PaperReader(form, errors).Read(folder, shown),
            OfficeFields = form.OfficeFields,
            FollowedBy = FollowUpReader.Read(map, form),
            Steps = steps,
            Stages = stages,
            RefusalGrounds = ReadGrounds(map, texts),
            SupplementReasons = Coded(map, "supplement-reasons", texts),
            Results = Coded(map, "results", texts),
            EffectReasons = Coded(map, "effect-reasons", texts),
            Unverified = [.. map.Texts("unverified").Select(note => note.Text)],
        };
        if (!form.Fields.TryGetValue(procedure.CompetentUnitField, out var unit) || unit.Type != FieldType.Unit || !form.IsAlwaysThere(unit))
            map.Error("'competent-unit' must be a unit field that is always there and required", "competent-unit");
        PaperReader.Check(map, procedure);
        if (procedure.ValidTo < procedure.ValidFrom)
            map.Error("'valid-to' is before 'valid-from'", "valid-to");
        if (procedure.RefusalGrounds.Count == 0 && procedure.Steps.SelectMany(step => step.Actions).Any(action => action.Asks == ActionAsks.Grounds))
            map.Error("an action asks for grounds, but there are no 'refusal-grounds'");
        map.Done();
        texts.Done();
        return procedure;
    }

    // What a folder that is based on another one takes from there unless it says it itself.
    private static readonly string[] Inherited =
    [
        "owner", "offices", "competent-unit", "code-prefix", "time-limit", "fees", "documents", "legal-basis", "pages", "checks", "effects",
        "stages", "steps", "refusal-grounds", "supplement-reasons", "results", "effect-reasons",
    ];

    private static OfficePair ReadOffices(YamlMap map)
    {
        var offices = map.Map("offices");
        var pair = new OfficePair(Office("receiving"), Office("deciding"));
        offices?.Done();
        return pair;

        Office Office(string key)
        {
            if (offices?.Map(key) is not { } office)
                return new Office("", "");
            var read = new Office(office.Text("kind") ?? "", office.Text("calendar") ?? "");
            if (read.Kind.Length > 0 && !KnownNames.OrganisationKinds.Contains(read.Kind))
                office.Error($"'{read.Kind}' is no kind of organisation; known are {string.Join(", ", KnownNames.OrganisationKinds)}", "kind");
            if (read.CalendarKind.Length > 0 && !KnownNames.CalendarKinds.Contains(read.CalendarKind))
                office.Error($"'{read.CalendarKind}' is no calendar; known are {string.Join(", ", KnownNames.CalendarKinds)}", "calendar");
            office.Done();
            return read;
        }
    }

    private static Fee[] ReadFees(YamlMap map, PagesReader form) => [.. map.Maps("fees", required: true).Select(row =>
    {
        var fee = new Fee(
            row.OneOf<Channel>("channel", required: false), row.Number("amount") ?? 0, form.FieldCondition(row, "when"),
            row.Text("per", required: false), row.Date("valid-from") ?? default,
            row.Date("valid-to", required: false), row.Text("legal") ?? "", row.Flag("verified", fallback: true));
        if (fee.Amount < 0)
            row.Error("'amount' is less than nothing", "amount");
        if (fee.Per is { } per && form.Fields.GetValueOrDefault(per)?.Type != FieldType.Number)
            row.Error($"'{per}' is no number field", "per");
        row.Done();
        return fee;
    })];

    private static Document[] ReadDocuments(YamlMap map, IReadOnlyDictionary<string, Field> fields, FolderTexts texts) => [.. map.Maps("documents").Select(row =>
    {
        var id = row.Text("id") ?? "";
        var field = row.Text("field", required: false);
        if (field is not null && fields.GetValueOrDefault(field)?.Type != FieldType.File)
            row.Error($"'{field}' is no file field", "field");
        row.Done();
        return new Document(id, field, texts.Words($"documents.{id}.name"), texts.Optional($"documents.{id}.note"));
    })];

    private static LegalReference[] ReadLegalBasis(YamlMap map) => [.. map.Maps("legal-basis", required: true).Select(row =>
    {
        var reference = new LegalReference(row.Text("number") ?? "", row.Text("title") ?? "");
        row.Done();
        return reference;
    })];

    private static Ground[] ReadGrounds(YamlMap map, FolderTexts texts) => [.. map.Maps("refusal-grounds").Select(row =>
    {
        var code = row.Text("code") ?? "";
        var ground = new Ground(code, row.Text("law") ?? "", row.Flag("verified", fallback: true), texts.Words($"grounds.{code}"));
        row.Done();
        return ground;
    })];

    private static Dictionary<string, Words> Coded(YamlMap map, string key, FolderTexts texts) =>
        map.Texts(key).DistinctBy(code => code.Text).ToDictionary(code => code.Text, code => texts.Words($"{key}.{code.Text}"));

    private static ProcedureTexts ReadTexts(FolderTexts texts, ProcedureTimeLimit limit) => new()
    {
        Name = texts.Words("name"),
        Summary = texts.Words("summary"),
        Who = texts.List("who"),
        How = texts.List("how"),
        TimeLimit = texts.Words("time-limit"),
        TimeLimitInGroup = limit.Limits.Any(row => row.InGroup) ? texts.Words("time-limit-in-group") : null,
        Result = texts.Words("result"),
        Keywords = texts.Separate("keywords"),
    };
}
