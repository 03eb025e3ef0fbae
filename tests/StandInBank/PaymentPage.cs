using System.Globalization;
using System.Net;

namespace Project06.StandInBank;

/// <summary>The bank's page for whoever pays by hand.</summary>
internal static class PaymentPage
{
    private static readonly (string Act, string Text)[] Acts =
    [
        ("pay", "Thanh toán · Pay"),
        ("short", "Chuyển thiếu 1.000 đ · Pay 1,000 đ too little"),
        ("more", "Chuyển thừa 5.000 đ · Pay 5,000 đ too much"),
        ("double", "Thanh toán, báo hai lần cùng lúc · Pay, called back twice at once"),
        ("pay-twice", "Chuyển hai lần · Pay twice"),
        ("late", "Thanh toán, báo muộn · Pay, called back late"),
        ("silent", "Thanh toán, không báo · Pay, never called back"),
        ("decline", "Từ chối · Decline"),
    ];

    public static string Of(Order order) => $"""
        <!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Ngân hàng thử nghiệm</title>
        <h1>Ngân hàng thử nghiệm · Stand-in bank</h1>
        <p>Không có tiền thật. · No real money.</p>
        <p><strong>{order.Amount.ToString("#,0", CultureInfo.GetCultureInfo("vi"))} đ</strong> · {WebUtility.HtmlEncode(order.Reference)} · {order.Status}</p>
        <form method="post">{string.Concat(Acts.Select(a => $"<p><button name=\"act\" value=\"{a.Act}\">{a.Text}</button></p>"))}</form>
        <p><a href="{WebUtility.HtmlEncode(order.ReturnUrl)}">Về cổng dịch vụ công · Back</a></p>
        </html>
        """;
}
