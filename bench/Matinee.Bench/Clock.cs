using System.Diagnostics;

namespace Matinee.Bench;

internal static class Clock
{
    /// <summary>How long it takes once.</summary>
    public static double Milliseconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
