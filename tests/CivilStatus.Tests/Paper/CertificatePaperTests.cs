using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Paper;

namespace Project06.CivilStatus.Tests.Paper;

public sealed class CertificatePaperTests
{
    private const string Address = "http://localhost:8006/c/AAECAwQFBgcICQoLDA0ODw";

    [Fact]
    public void Fragment_WhenSigned_SaysTheEntryAndHasItsCode()
    {
        var html = CertificatePaper.Fragment(TestEntries.Create().Signed(), Address).Text();

        foreach (var said in new[]
                 {
                     "412/2026", "03-TP/HT-2026-KS", "Nguyễn Bảo An", "18/11/2026", "ngày mười tám tháng mười một", "Ê-đê",
                     "001326012345", "Hoàng Thị Lan", "1996", "Nguyễn Đức Minh", "PHƯỜNG CỬA NAM", "Trần Văn Hòa", "10:12 24/11/2026",
                     "Dữ liệu mẫu", "Trang 1/1", "<svg class=\"cert-qr\"",
                 })
            Assert.Contains(said, html, StringComparison.Ordinal);
        Assert.DoesNotContain("BẢN NHÁP", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragment_WhenNotSigned_IsMarkedAsADraftAndHasNoCode()
    {
        var html = CertificatePaper.Fragment(TestEntries.Create().Numbered(), Address).Text();

        Assert.Contains("BẢN NHÁP – chưa có giá trị", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cert-qr", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Fragment_WhenRevoked_SaysSinceWhen() => Assert.Contains(
        "KHÔNG CÒN GIÁ TRỊ</strong> từ ngày 25/11/2026",
        CertificatePaper.Fragment(TestEntries.Create().Revoked(), Address).Text(), StringComparison.Ordinal);

    [Fact]
    public void Fragment_WithMarkupInAName_EncodesIt()
    {
        var html = CertificatePaper.Fragment(TestEntries.Create(given: "<b>An{0}</b>").Signed(), Address).Text();

        Assert.Contains("&lt;b&gt;An{0}&lt;/b&gt;", html, StringComparison.Ordinal);
    }
}
