using Microsoft.Extensions.Logging;

namespace Project06.EmbeddedPostgres;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Made a private PostgreSQL {Major} cluster in {Folder}")]
    public static partial void Created(ILogger logger, string folder, int major);

    [LoggerMessage(Level = LogLevel.Information, Message = "Started the private PostgreSQL of {Folder} on 127.0.0.1:{Port}")]
    public static partial void Started(ILogger logger, string folder, int port);

    [LoggerMessage(Level = LogLevel.Information, Message = "Stopped the private PostgreSQL of {Folder}")]
    public static partial void Stopped(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private PostgreSQL of {Folder} is gone; starting it again")]
    public static partial void Gone(ILogger logger, string folder);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL of {Folder} can't be started again: {Reason}")]
    public static partial void CannotRestart(ILogger logger, string folder, string reason);
}
