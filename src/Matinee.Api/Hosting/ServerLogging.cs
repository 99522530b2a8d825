using Microsoft.Extensions.Logging.Console;

namespace Matinee.Api.Hosting;

internal static class ServerLogging
{
    /// <summary>Lines on the error output, so that what a program prints stays apart from what it logs.</summary>
    public static void AddServerLogging(this ILoggingBuilder logging, ServerOptions options)
    {
        logging.SetMinimumLevel(options.LogLevel);
        // The framework's own lines name paths, and with them user ids.
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("System", LogLevel.Warning);
        // Nor do clients' mistakes belong here; what tools fail at is logged by them.
        logging.AddFilter("ModelContextProtocol", LogLevel.None);
        // A request that is refused is answered; a connection that breaks is the client's affair.
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.Error);
        // What keeps the server from starting is said in a line, without the trace that the host would log.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        if (options.LogJson)
        {
            logging.AddJsonConsole(json =>
            {
                json.UseUtcTimestamp = true;
                json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
            });
        }
        else
        {
            logging.AddSimpleConsole(text =>
            {
                text.SingleLine = true;
                text.ColorBehavior = LoggerColorBehavior.Disabled;
                text.TimestampFormat = "yyyy-MM-dd HH:mm:ss.fff ";
            });
        }
    }
}
