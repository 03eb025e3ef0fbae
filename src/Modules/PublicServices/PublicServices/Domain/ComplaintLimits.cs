namespace Project06.PublicServices.Domain;

/// <summary>One limit of complaints.</summary>
/// <param name="Days">Working days of the office, or days of the calendar.</param>
/// <param name="Legal">What gives it.</param>
internal sealed record ComplaintLimit(string Kind, int Days, string Unit, string Legal, DateOnly ValidFrom, DateOnly? ValidTo, bool Verified)
{
    public bool IsValidOn(DateOnly on) => ValidFrom <= on && (ValidTo is null || on <= ValidTo);
}

/// <summary>The limits in force on a day. A complaint has those of the day it was filed on.</summary>
/// <param name="Refuse">An office that doesn't take a complaint on says so within this.</param>
/// <param name="Settle">It is answered within this.</param>
/// <param name="AnswerBack">Whoever isn't satisfied answers back within this.</param>
internal sealed record ComplaintLimits(ComplaintLimit Refuse, ComplaintLimit Settle, ComplaintLimit AnswerBack);
