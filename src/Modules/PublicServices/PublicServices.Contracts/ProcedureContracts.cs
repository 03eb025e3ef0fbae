using System.Reflection;

namespace Project06.PublicServices.Contracts;

/// <summary>
/// A module that answers checks or carries out effects registers its Contracts assembly as one of these; the types
/// with <see cref="ProcedureNameAttribute"/> in it are what procedure folders may name.
/// </summary>
public sealed record ProcedureContracts(Assembly Assembly);
