using System.Globalization;
using Project06.BuildingBlocks.Time;

namespace Project06.PublicServices.Features.OfficialForms;

/// <summary>One line of the register of dossiers.</summary>
internal sealed record RegisterLine(
    string Code, string Procedure, string Applicant, int Channel, DateTimeOffset FiledAt, DateTimeOffset? AcceptedAt,
    DateTimeOffset PromisedAt, DateTimeOffset? EndedAt, string State);

/// <summary>Forms 06 and 07, which stay with the office; drawn from the records whenever they are asked for.</summary>
internal static class OfficeSheets
{
    public static FormSheet ControlSheet(FormFacts facts, DateOnly today)
    {
        var dossier = facts.Dossier;
        var (authority, office, place) = facts.Heading(dossier.ReceivingOrganisation, today);
        var rows = facts.History.Where(h => h.FromStep != h.ToStep).Select((h, i) =>
        {
            var to = facts.Procedure.Step(h.ToStep);
            return (IReadOnlyList<string>)
            [
                (i + 1).ToString(CultureInfo.InvariantCulture),
                h.ByPersonId == dossier.ApplicantId ? "Người nộp hồ sơ"
                    : h.ByOrganisation is null ? "Hệ thống" : facts.OfficeName(h.ByOrganisation),
                to.Name.Vi, h.At.Written(),
                i == 0 || to.IsEnd ? "" : h.At <= dossier.PromisedAt ? "Trong hạn" : "Quá hạn",
                h.Comment ?? "",
            ];
        });
        return new FormSheet(
            FormKinds.ControlSheet, null, authority, office, place, today, "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            [
                new(Lines:
                [
                    new("Mã hồ sơ", dossier.Code.Value), new("Thủ tục", facts.Procedure.Name.Vi),
                    new("Cơ quan giải quyết", facts.OfficeName(dossier.DecidingOrganisation)),
                    new("Nhận hồ sơ", (dossier.AcceptedAt ?? dossier.FiledAt).Written()), new("Hẹn trả", dossier.PromisedAt.Written()),
                ]),
                new(Table: new FormTable(["TT", "Người giao", "Việc tiếp theo", "Thời gian giao, nhận", "Kết quả so với hạn", "Ghi chú"], [.. rows])),
            ],
            null, null, dossier.Code.Value, facts.StatusAddress);
    }

    public static FormSheet Register(
        (string Authority, string Office, string Place) heading, DateOnly from, DateOnly to, DateOnly today, int first, IEnumerable<RegisterLine> lines) => new(
        FormKinds.Register, null, heading.Authority, heading.Office, heading.Place, today,
        $"Sổ theo dõi hồ sơ từ {from.Written()} đến {to.Written()}",
        [
            new(Table: new FormTable(
                ["TT", "Mã hồ sơ", "Thủ tục", "Người nộp", "Cách nộp", "Nộp", "Tiếp nhận", "Hẹn trả", "Kết thúc", "Tình trạng"],
                [.. lines.Select((l, i) => (IReadOnlyList<string>)
                [
                    (first + i).ToString(CultureInfo.InvariantCulture), l.Code, l.Procedure, l.Applicant,
                    l.Channel switch { 1 => "Trực tiếp", 3 => "Bưu chính", _ => "Trực tuyến" },
                    l.FiledAt.Written(), l.AcceptedAt?.Written() ?? "", l.PromisedAt.Written(), l.EndedAt?.Written() ?? "", l.State,
                ])])),
        ],
        null, null, null, null);
}
