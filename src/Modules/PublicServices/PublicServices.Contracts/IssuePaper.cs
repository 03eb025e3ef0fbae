using MediatR;

namespace Project06.PublicServices.Contracts;

/// <summary>
/// Issues a paper of a procedure that has no register behind it: the folder's template is filled in from the answers and the
/// officials' forms, printed, signed by whoever said yes, and can be verified by its QR code. Answers done with the
/// template's name as the result's kind.
/// </summary>
/// <param name="Template">Name of a template in the folder, <c>paper.&lt;name&gt;.yaml</c>; written as <c>=name</c>, or a choice whose options are names.</param>
/// <param name="AboutId">Whom the paper is about.</param>
[ProcedureName("public-services.issue-paper")]
public sealed record IssuePaper(string Template, Guid AboutId) : IProcedureEffect;

/// <summary>
/// Asks where a paper of this module with this token is verified; null: none of its papers has it. The printed address
/// <c>/c/{token}</c> is CivilStatus' page, which sends on to the answer. Shows nobody anything.
/// </summary>
public sealed record FindIssuedPaper(string Token) : IRequest<string?>;
