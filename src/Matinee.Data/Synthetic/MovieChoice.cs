using Matinee.Core.Numerics;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// Which movies a user sees: drawn one after the other by weight and taste, none twice. Light users draw and discard
/// repetitions; for heavy ones, who would mostly meet movies again, every movie gets an exponential arrival time and
/// the earliest are taken, which is the same distribution (Efraimidis and Spirakis 2006).
/// </summary>
internal sealed class MovieChoice(SyntheticCatalogue catalogue, GroupTables tables, ViewingPressure pressure)
{
    // Arrival times cost a few nanoseconds for every movie, a draw some tens.
    private const double DrawsPerMovie = 0.25;

    // Arrivals later than this times the usual end are not even looked at.
    private const double Horizon = 1.5;
    private readonly double totalWeight = Sum(tables.Weights);
    private readonly ulong[] seen = new ulong[(catalogue.Count + 63) / 64];
    private readonly AliasTable groups = new(TasteProfile.Groups);
    private readonly double[] groupWeights = new double[TasteProfile.Groups];
    private double[] arrivals = [];
    private int[] arrived = [];

    /// <summary>Fills <paramref name="chosen"/> with different movies in the order in which they are seen.</summary>
    public void Draw(TasteProfile user, CounterRandom random, Span<int> chosen)
    {
        double time = pressure.Time(chosen.Length);
        if (time * totalWeight > DrawsPerMovie * catalogue.Count)
        {
            DrawByArrival(user, random, Horizon * time, chosen);
        }
        else
        {
            DrawOneByOne(user, random, chosen);
        }
    }

    internal void DrawOneByOne(TasteProfile user, CounterRandom random, Span<int> chosen)
    {
        for (int group = 0; group < groupWeights.Length; group++)
        {
            groupWeights[group] = user.Pulls[group] * tables.Weights[group];
        }

        groups.Fill(groupWeights);
        int found = 0;
        for (long draw = 0; found < chosen.Length; draw += 2)
        {
            int movie = tables.Draw(groups.Draw(random.Bits(draw)), random.Bits(draw + 1));
            ulong bit = 1UL << (movie & 63);
            if ((seen[movie >> 6] & bit) == 0)
            {
                seen[movie >> 6] |= bit;
                chosen[found++] = movie;
            }
        }

        foreach (int movie in chosen)
        {
            seen[movie >> 6] = 0;
        }
    }

    internal void DrawByArrival(TasteProfile user, CounterRandom random, double limit, Span<int> chosen)
    {
        if (arrivals.Length == 0)
        {
            arrivals = new double[catalogue.Count];
            arrived = new int[catalogue.Count];
        }

        int found = FindArrivals(user, random, limit);
        if (found < chosen.Length)
        {
            found = FindArrivals(user, random, double.PositiveInfinity);
        }

        arrivals.AsSpan(0, found).Sort(arrived.AsSpan(0, found));
        arrived.AsSpan(0, chosen.Length).CopyTo(chosen);
    }

    private int FindArrivals(TasteProfile user, CounterRandom random, double limit)
    {
        ReadOnlySpan<double> weights = catalogue.Weights;
        ReadOnlySpan<byte> firstGroups = catalogue.FirstGroups;
        ReadOnlySpan<double> pulls = user.Pulls;
        int found = 0;
        for (int movie = 0; movie < weights.Length; movie++)
        {
            double rate = weights[movie] * pulls[firstGroups[movie]];
            double uniform = random.Uniform(movie);
            // −ln(1 − u) ≥ u: most movies are ruled out without a logarithm.
            if (uniform >= limit * rate)
            {
                continue;
            }

            double arrival = -PortableMath.Log(1 - uniform) / rate;
            if (arrival < limit)
            {
                arrivals[found] = arrival;
                arrived[found++] = movie;
            }
        }

        return found;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
