namespace Project06.EmbeddedPostgres;

/// <summary>The private cluster can't be made or started; the message says why and what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    /// <summary>Makes the exception with a message for the person who started the program.</summary>
    public EmbeddedPostgresException(string message) : base(message)
    {
    }
}
