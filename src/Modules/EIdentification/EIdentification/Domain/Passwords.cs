namespace Project06.EIdentification.Domain;

/// <summary>What a new password must be: long, and not what everybody would try first. No rules about kinds of letters.</summary>
internal static class Passwords
{
    public const int Shortest = 10, Longest = 200;

    /// <summary>Key of the text that says what is wrong; null when nothing is.</summary>
    public static string? Problem(string? password, Account? account)
    {
        if (password is null || password.Length is < Shortest or > Longest)
            return "password.length";
        var plain = password.Trim();
        return plain.Distinct().Count() < 4 || (account is not null
            && (plain.Contains(account.Number, StringComparison.Ordinal) || plain.Equals(account.DisplayName, StringComparison.OrdinalIgnoreCase)))
            ? "password.guessable" : null;
    }
}
