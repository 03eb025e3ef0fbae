using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Project06.BuildingBlocks.Persistence;

/// <summary>Where the database is. Section <c>Database</c> of the configuration; secrets come from the environment.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Connection string of the owner role, which migrates. Modules' connections are derived from it.</summary>
    public string Owner { get; set; } = "";

    /// <summary>Secret the module roles' passwords are derived from (HMAC-SHA-256 of the role's name).</summary>
    public string RoleSecret { get; set; } = "";

    /// <summary>Most connections one role may hold from one host; roles × hosts stay under max_connections.</summary>
    public int PoolSize { get; set; } = 10;

    /// <summary>The password of a role. Without a secret anybody who can read this line could compute it: refused.</summary>
    public string PasswordOf(string role) => RoleSecret.Length == 0
        ? throw new InvalidOperationException("Set Database__RoleSecret: the passwords of the modules' roles are made from it.")
        : Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(RoleSecret), Encoding.UTF8.GetBytes(role)));

    /// <summary>The connection string of a module's role.</summary>
    public string ConnectionStringFor(string role) =>
        new NpgsqlConnectionStringBuilder(Owner)
        {
            Username = role,
            Password = PasswordOf(role),
            MaxPoolSize = PoolSize,
            ApplicationName = role,
            // Nothing is prepared by itself: in Npgsql 10.0 a statement that fails while it is being prepared leaves a
            // connection on which the next request's same statement fails too (npgsql issue 6391).
            MaxAutoPrepare = 0,
        }.ConnectionString;
}
