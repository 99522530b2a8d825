using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// How likely it is that someone's next movie is one that nobody has rated: as likely as the ratings' singletons say (Good
/// 1953, Turing's estimate of the unseen). Training never sees it happen, so content alone would place such movies anywhere;
/// one bias for all of them gives them that share of the softmax.
/// </summary>
internal static class UnratedBias
{
    private const int MostUsers = 512;
    private const int UsersAtOnce = 64;
    private const double Largest = 30;
    private const long Stream = 0x6000D;

    /// <returns>What to add to the ranking bias of movies without ratings; 0 where there are none.</returns>
    public static float Of(
        HybridData data,
        HybridNetwork network,
        HybridParameters parameters,
        HybridOptions options,
        Device device,
        long seed
    )
    {
        int unrated = data.RatingCounts.Count(count => count == 0);
        int singletons = data.RatingCounts.Count(count => count == 1);
        if (unrated == 0)
        {
            return 0;
        }

        double share = Math.Max(singletons, 0.5) / data.Ratings.EntryCount;
        double[] gaps = Gaps(data, network, parameters, options, device, seed);
        // The mass at bias b is the mean of 1 / (1 + exp(−(gap + b))), which rises with b.
        // It only lowers: content is surest of what it has never been proven wrong on.
        double low = -Largest;
        double high = 0;
        for (int n = 0; n < 60; n++)
        {
            double middle = (low + high) / 2;
            double mass = gaps.Average(gap => 1 / (1 + Math.Exp(-(gap + middle))));
            (low, high) = mass < share ? (middle, high) : (low, middle);
        }

        return (float)low;
    }

    // Per user, log of the unrated movies' mass over that of the rated ones that are not in the history.
    private static double[] Gaps(
        HybridData data,
        HybridNetwork network,
        HybridParameters parameters,
        HybridOptions options,
        Device device,
        long seed
    )
    {
        int[] users = [.. Enumerable.Range(0, data.Ratings.RowCount).Where(user => data.Ratings.RowLength(user) > 0)];
        new CounterRandom(seed, Stream).Shuffle(users.AsSpan());
        var gaps = new List<double>();
        foreach (int[] chunk in users.Take(MostUsers).Chunk(UsersAtOnce))
        {
            using var scope = NewDisposeScope();
            var builder = new BatchBuilder(data);
            foreach (int user in chunk)
            {
                builder.AddHistory(user, data.Ratings.History(new UserIndex(user)));
            }

            Batch batch = builder.Catalogue();
            var step = new StepTensors(parameters, batch, device, training: false);
            Tensor scores = HybridLoss.Reachable(step, batch, network.Scores(step, batch));
            Tensor rated = data.Counts.gt(0);
            Tensor none = full_like(scores, float.NegativeInfinity);
            Tensor gap =
                where(rated.logical_not(), scores, none).logsumexp(1) - where(rated, scores, none).logsumexp(1);
            gaps.AddRange(gap.cpu().data<float>().ToArray().Select(value => (double)value));
        }

        return [.. gaps];
    }
}
