using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// When a user rates: in sittings, within which ratings follow each other in seconds or, sent off together, at the
/// same second.
/// </summary>
internal static class SittingClock
{
    /// <summary>9 January 1995 and 13 October 2023, the span of ml-32m.</summary>
    public const long First = 789_609_600;

    public const long Last = 1_697_155_200;
    private const long Longest = Last - First;
    private const long Day = 86_400;
    private const int RatingsPerSitting = 40;
    private const double SameSecond = 0.35;
    private const int MostSeconds = 25;
    private const long UsualGap = 30 * Day;

    /// <summary>Fills <paramref name="times"/> with ascending seconds since 1970.</summary>
    public static void Draw(Draws draws, Span<long> times)
    {
        long widest = 1 + Math.Min(2 * UsualGap, Longest / (1 + times.Length / RatingsPerSitting));
        long offset = 0;
        for (int n = 0; n < times.Length; n++)
        {
            if (n > 0 && draws.Below(RatingsPerSitting) == 0)
            {
                offset += draws.Below(widest);
            }
            else if (n > 0 && !draws.Chance(SameSecond))
            {
                offset += 1 + draws.Below(MostSeconds);
            }

            offset = Math.Min(offset, Longest);
            times[n] = offset;
        }

        long start = First + draws.Below(Longest - offset + 1);
        foreach (ref long time in times)
        {
            time += start;
        }
    }
}
