namespace Project06.Transparency.Contracts;

/// <summary>Permissions of Transparency.</summary>
public static class TransparencyPermissions
{
    /// <summary>Reading who looked at one's own data.</summary>
    public const string OwnAccessLog = "transparency.own-access-log";

    /// <summary>Answering people who dispute a look at their data.</summary>
    public const string AnswerDisputes = "transparency.answer-disputes";
}
