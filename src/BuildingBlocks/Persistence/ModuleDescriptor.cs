using System.Reflection;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>One module as the host wires it: its schema, its database role, its context and its assembly.</summary>
/// <param name="Schema">Schema in the one database, such as <c>civil_status</c>.</param>
/// <param name="Context">The module's <see cref="ModuleDbContext"/>.</param>
/// <param name="Assembly">Where its migrations, handlers and validators are.</param>
public sealed record ModuleDescriptor(string Schema, Type Context, Assembly Assembly)
{
    /// <summary>The module's login role; it reaches its own schema and no other.</summary>
    public string Role => "p06_" + Schema;

    /// <summary>Tables of the schema that the role may read and extend, never change (events always are).</summary>
    public IReadOnlyList<string> InsertOnlyTables { get; init; } = [];

    /// <summary>Tables of the schema whose rows the role may change and never delete: registers, people, dossiers.</summary>
    public IReadOnlyList<string> NoDeleteTables { get; init; } = [];

    /// <summary>Tables of the schema the role may only read; rows come through functions.</summary>
    public IReadOnlyList<string> ReadOnlyTables { get; init; } = [];

    /// <summary>
    /// SECURITY DEFINER functions, with argument types, that every module's role may execute: the one hole in the
    /// walls between schemas.
    /// </summary>
    public IReadOnlyList<string> SharedFunctions { get; init; } = [];

    /// <summary>Whether the module keeps files (tables <c>files</c> and <c>file_chunks</c>).</summary>
    public bool KeepsFiles { get; init; }
}
