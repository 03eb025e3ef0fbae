using MediatR;

namespace Project06.PublicServices.Contracts;

/// <summary>Asks what the administrator must know of the work on dossiers, newest first. Names nobody.</summary>
public sealed record FindOperatorNotices : IRequest<IReadOnlyList<OperatorNoticeLine>>;

/// <summary>One notice; each is written once.</summary>
/// <param name="Key">What it is about, such as <c>calendar-commune-office-2028</c>.</param>
/// <param name="Text">The notice in Vietnamese.</param>
/// <param name="At">When it was first noticed, UTC.</param>
public sealed record OperatorNoticeLine(string Key, string Text, DateTimeOffset At);
