using System.Globalization;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>
/// Forms 01 to 05, which go to the applicant. The circular's annex isn't among the texts this product was made from:
/// order, wording and the letters behind a number follow what such forms are for, and are unverified (README beside).
/// </summary>
internal static class FormTemplates
{
    /// <summary>Fills in a form.</summary>
    /// <param name="cause">What happened that the form tells of.</param>
    public static FormSheet Fill(FormFacts facts, string kind, string organisation, DossierStep cause, int number) => kind switch
    {
        FormKinds.Receipt => Sheet(facts, kind, organisation, cause, number, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", Receipt(facts, organisation), "NGƯỜI TIẾP NHẬN HỒ SƠ"),
        FormKinds.Supplement => Sheet(facts, kind, organisation, cause, number, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ", Supplement(facts, organisation, cause), "NGƯỜI HƯỚNG DẪN"),
        FormKinds.Refusal => Sheet(facts, kind, organisation, cause, number, "Phiếu từ chối tiếp nhận, giải quyết hồ sơ", Ended(facts, organisation, cause, "từ chối tiếp nhận, giải quyết"), "LÃNH ĐẠO CƠ QUAN"),
        FormKinds.Apology => Sheet(facts, kind, organisation, cause, number, "Phiếu xin lỗi và hẹn lại ngày trả kết quả", Apology(facts, organisation), "THỦ TRƯỞNG CƠ QUAN"),
        FormKinds.Stop => Sheet(facts, kind, organisation, cause, number, "Thông báo dừng giải quyết hồ sơ", Ended(facts, organisation, cause, "dừng giải quyết"), "LÃNH ĐẠO CƠ QUAN"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a form for the applicant."),
    };

    private static FormSheet Sheet(
        FormFacts facts, string kind, string organisation, DossierStep cause, int number, string title, FormPart[] parts, string signedAs)
    {
        var date = cause.At.LegalDate();
        var (authority, office, place) = facts.Heading(organisation, date);
        return new FormSheet(
            kind, string.Create(CultureInfo.InvariantCulture, $"{number:00}/{Letters(kind)}"), authority, office, place, date, title, parts,
            signedAs, facts.Official(kind == FormKinds.Apology ? facts.Apology?.IssuedByPersonId : cause.ByPersonId),
            facts.Dossier.Code.Value, facts.StatusAddress);
    }

    private static FormPart[] Receipt(FormFacts facts, string organisation)
    {
        var dossier = facts.Dossier;
        var given = facts.Procedure.Documents
            .Where(d => d.Field is { } field && AnswerValues.FileIds(new() { [field] = dossier.Answers[field]?.DeepClone() }).Any())
            .Select(d => d.Name.Vi).ToList();
        return
        [
            new(Text: $"{facts.OfficeName(organisation)} đã tiếp nhận hồ sơ của:"),
            new(Lines:
            [
                new("Ông/Bà", facts.Applicant), new("Địa chỉ", facts.Address), new("Mã hồ sơ", dossier.Code.Value),
                new("Nội dung yêu cầu giải quyết", facts.Procedure.Name.Vi),
                new("Giấy tờ kèm theo", given.Count == 0 ? "Không có tệp kèm theo; thông tin lấy từ cơ sở dữ liệu" : string.Join("; ", given)),
                new("Hình thức nộp", dossier.Channel switch { 1 => "Trực tiếp", 3 => "Bưu chính", _ => "Trực tuyến" }),
                new("Thời gian giải quyết theo quy định", dossier.LimitInWords(facts.Procedure).Vi),
                new("Thời gian nhận hồ sơ đầy đủ", (dossier.AcceptedAt ?? dossier.FiledAt).Written()),
                new("Thời gian trả kết quả", dossier.PromisedAt.Written()),
                new("Nhận kết quả tại", $"Kho giấy tờ của người nộp trên cổng dịch vụ công; hoặc {facts.OfficeName(dossier.ReceivingOrganisation)}"),
            ]),
        ];
    }

    private static FormPart[] Supplement(FormFacts facts, string organisation, DossierStep cause) =>
    [
        Subject(facts, organisation, "yêu cầu bổ sung, hoàn thiện hồ sơ của:"),
        new(Heading: "Nội dung cần bổ sung", Table: new FormTable(["TT", "Mục", "Lý do và việc cần làm"],
            [.. (cause.Reasons ?? []).Select((r, i) => (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                facts.Procedure.Fields.TryGetValue(r.Key, out var field) ? field.Label.Vi : r.Key,
                Reason(facts.Procedure, r.Value?.ToString()),
            ])])),
        new(Text: facts.Procedure.Step(cause.ToStep).Silence is { } silence
            ? $"Việc bổ sung được yêu cầu một lần. Thời hạn: {silence.After.Amount} {Unit(silence.After.Unit)} kể từ thông báo này ({silence.Legal})."
            : "Việc bổ sung được yêu cầu một lần (Nghị định 61/2018/NĐ-CP)."),
    ];

    private static FormPart[] Ended(FormFacts facts, string organisation, DossierStep cause, string what)
    {
        var code = cause.Ground ?? facts.History.LastOrDefault(h => h.Ground is not null)?.Ground;
        var ground = facts.Procedure.RefusalGrounds.FirstOrDefault(g => g.Code == code);
        var comment = cause.Comment ?? facts.History.LastOrDefault(h => h.Ground is not null)?.Comment;
        var silent = cause is { ByPersonId: null, FromStep: { } from } ? facts.Procedure.Step(from).Silence : null;
        return
        [
            Subject(facts, organisation, $"{what} hồ sơ của:"),
            new(Lines:
            [
                new("Lý do", ground?.Text.Vi ?? (silent is not null ? "Hết thời hạn mà hồ sơ chưa được bổ sung" : comment ?? "")),
                new("Căn cứ", ground?.Law ?? silent?.Legal ?? facts.Dossier.LimitOf(facts.Procedure).Legal),
                .. ground is not null && comment is not null ? [new FormLine("Giải thích", comment)] : Array.Empty<FormLine>(),
            ]),
            new(Text: "Ông/Bà có thể nộp hồ sơ mới khi đủ điều kiện, hoặc khiếu nại theo quy định của pháp luật."),
        ];
    }

    private static FormPart[] Apology(FormFacts facts, string organisation)
    {
        var apology = facts.Apology ?? throw new InvalidOperationException("No apology was issued.");
        return
        [
            Subject(facts, organisation, "xin lỗi vì chưa trả được kết quả đúng hẹn cho hồ sơ của:"),
            new(Lines:
            [
                new("Thời gian hẹn trả kết quả trước", apology.PromisedBefore.Written()),
                new("Lý do chậm", apology.Reason ?? ""),
                new("Thời gian hẹn trả lại", (apology.PromisedAfter ?? apology.Proposed).Written()),
            ]),
            new(Text: "Việc hẹn lại được thực hiện không quá một lần (Nghị định 61/2018/NĐ-CP). Mong Ông/Bà thông cảm."),
        ];
    }

    private static FormPart Subject(FormFacts facts, string organisation, string what) => new(
        Text: $"{facts.OfficeName(organisation)} {what}",
        Lines:
        [
            new("Ông/Bà", facts.Applicant), new("Địa chỉ", facts.Address), new("Mã hồ sơ", facts.Dossier.Code.Value),
            new("Nội dung yêu cầu giải quyết", facts.Procedure.Name.Vi),
        ]);

    private static string Reason(Procedure procedure, string? reason) =>
        reason is not null && procedure.SupplementReasons.TryGetValue(reason, out var words) ? words.Vi : reason ?? "";

    private static string Unit(TimeLimitUnit unit) => unit switch
    {
        TimeLimitUnit.WorkingDay => "ngày làm việc",
        TimeLimitUnit.CalendarDay => "ngày",
        _ => "giờ làm việc",
    };

    private static string Letters(string kind) => kind switch
    {
        FormKinds.Receipt => "TNHS",
        FormKinds.Supplement => "BSHS",
        FormKinds.Refusal => "TCHS",
        FormKinds.Apology => "XLHL",
        _ => "DHS",
    };
}
