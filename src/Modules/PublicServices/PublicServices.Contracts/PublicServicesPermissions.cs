namespace Project06.PublicServices.Contracts;

/// <summary>Permissions of PublicServices.</summary>
public static class PublicServicesPermissions
{
    /// <summary>Filing dossiers for oneself and following them.</summary>
    public const string File = "public-services.file";
    /// <summary>Working at the desk of an office.</summary>
    public const string Desk = "public-services.desk";
    /// <summary>Helping citizens to file at a counter, of a commune's centre or a post office.</summary>
    public const string Counter = "public-services.counter";
    /// <summary>Taking cash for fees, deciding exemptions, printing receipts, handing in a day's cash.</summary>
    public const string Cashier = "public-services.cashier";
    /// <summary>Approving refunds and comparing the office's payments with the bank's statement.</summary>
    public const string OverseeFees = "public-services.oversee-fees";
    /// <summary>Answering citizens' complaints as the head of an office.</summary>
    public const string AnswerComplaints = "public-services.answer-complaints";
}
