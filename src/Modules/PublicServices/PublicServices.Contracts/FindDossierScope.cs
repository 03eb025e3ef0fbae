using MediatR;

namespace Project06.PublicServices.Contracts;

/// <summary>Asks whom a dossier is about and which offices have it, for other modules' pages that open through a dossier only. Null: none.</summary>
public sealed record FindDossierScope(string DossierCode) : IRequest<DossierScope?>;

/// <summary>The reach of a dossier.</summary>
/// <param name="ProcedureCode">Its procedure.</param>
/// <param name="IsOpen">Whether it hasn't ended.</param>
/// <param name="Organisations">The receiving and the deciding organisation.</param>
/// <param name="PersonIds">The applicant and everybody its answers name.</param>
public sealed record DossierScope(
    string ProcedureCode, bool IsOpen, IReadOnlyCollection<string> Organisations, IReadOnlyCollection<Guid> PersonIds);
