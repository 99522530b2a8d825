using Matinee.Data.Simulation;

namespace Matinee.Data.Demo;

/// <summary>When a user rates: a number of sittings, in order, each a burst of ratings seconds apart.</summary>
internal sealed class ViewingCalendar
{
    public const int FirstYear = 1998;
    public const int LastYear = 2024;
    private const long Day = 86_400;
    private const int RatingsPerSitting = 30;

    // The last sitting starts in November at the latest, so that no burst runs into the year after.
    private const int LatestDay = 320;
    private readonly Draws draws;
    private readonly long[] starts;
    private readonly int[] years;
    private readonly long[] clocks;

    private ViewingCalendar(Draws draws, long[] starts)
    {
        this.draws = draws;
        this.starts = starts;
        years = [.. starts.Select(start => DateTimeOffset.FromUnixTimeSeconds(start).Year)];
        clocks = [.. starts];
    }

    /// <summary>The year of the last sitting: newer films are out of this user's reach.</summary>
    public int EndYear => years[^1];

    /// <param name="earliestEnd">The last sitting is in this year or later.</param>
    public static ViewingCalendar Draw(Draws draws, int ratings, int earliestEnd)
    {
        int endYear = earliestEnd + draws.Below(LastYear - earliestEnd + 1);
        long end = YearStart(endYear) + draws.Below(LatestDay) * Day;
        int sittings = 1 + draws.Below(2 * (1 + ratings / RatingsPerSitting));
        // Most people come for an evening or a season, some for years.
        double gapDays = PortableMath.Exp(2.5 + 1.2 * draws.Normal());
        long[] starts = new long[sittings];
        long day = end;
        for (int n = sittings - 1; n >= 0; n--)
        {
            starts[n] = Math.Max(day, YearStart(FirstYear)) + Evening(draws);
            day -= Day * (1 + (long)(2 * gapDays * draws.Uniform()));
        }

        Array.Sort(starts);
        return new ViewingCalendar(draws, starts);
    }

    /// <summary>A moment for rating a film of <paramref name="releaseYear"/>, in a sitting of that year or later.</summary>
    public long Next(int releaseYear)
    {
        int first = Array.FindIndex(years, year => year >= releaseYear);
        int sitting = first + draws.Below(starts.Length - first);
        clocks[sitting] += 4 + draws.Below(40);
        return clocks[sitting];
    }

    private static long YearStart(int year) =>
        new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static long Evening(Draws draws) => (long)(3600 * (14 + 4 * (draws.Uniform() + draws.Uniform())));
}
