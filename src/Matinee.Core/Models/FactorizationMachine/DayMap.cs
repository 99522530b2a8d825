namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>The days on which somebody rated, numbered in turn.</summary>
internal sealed class DayMap(int[] days)
{
    private const long SecondsPerDay = 86_400;

    public int Count => days.Length;

    /// <summary>Days since 1970 UTC, ascending.</summary>
    public int[] Days => days;

    public static DayMap Of(ReadOnlySpan<long> timestamps) =>
        new([.. timestamps.ToArray().Select(DayOf).Distinct().Order()]);

    /// <summary>A day's number; negative where nobody rated on it.</summary>
    public int RowOf(long timestamp) => Math.Max(-1, Array.BinarySearch(days, DayOf(timestamp)));

    private static int DayOf(long timestamp) => (int)Math.Floor((double)timestamp / SecondsPerDay);
}
