using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Matinee.Cli.Terminal;

/// <summary>Log lines on the stream that carries the session's messages.</summary>
internal sealed class WriterSink(TextWriter writer) : ILogEventSink
{
    private readonly MessageTemplateTextFormatter formatter = new(
        "{Level:u4}: {Message:lj}{NewLine}{Exception}",
        CultureInfo.InvariantCulture
    );

    public void Emit(LogEvent logEvent)
    {
        lock (writer)
        {
            formatter.Format(logEvent, writer);
        }
    }
}
