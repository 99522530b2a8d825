using System.Diagnostics;
using System.Globalization;
using Matinee.Cli.Terminal;

namespace Matinee.Cli.Retraining;

/// <summary>A line per step, with its time: for people, and for logs.</summary>
internal sealed class RetrainLog(TextWriter output)
{
    public const int Steps = 5;
    private long start = Stopwatch.GetTimestamp();
    private int step;

    public void Done(string name, string what)
    {
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{++step}/{Steps} {name, -10} {what} ({Numbers.Seconds(time)})"
            )
        );
        output.Flush();
        start = Stopwatch.GetTimestamp();
    }

    /// <summary>What is not a step.</summary>
    public void Say(string line)
    {
        output.WriteLine(line);
        output.Flush();
    }
}
