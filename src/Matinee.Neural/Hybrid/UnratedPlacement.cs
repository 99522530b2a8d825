using Matinee.Core.Interactions;
using Matinee.Core.Numerics;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Where movies that nobody has rated stand among the others: their scores are multiplied by one number and raised by
/// another. Training never sees such a movie chosen, so content alone would be as sure of them as it likes.
/// <para>
/// <b>Scale</b>: who rated a movie that nobody else did chose something that was unrated to everybody else. The scale under which
/// content, told nothing else, makes those choices likeliest says how sure it may be (temperature scaling, Guo et al. 2017).
/// <b>Bias</b>: someone's next movie is unrated as often as a rating is its movie's only one (Good 1953, Turing's estimate of the
/// unseen); one bias for all of them gives them that share of the softmax.
/// </para>
/// </summary>
/// <param name="Scale">0 to 1.</param>
internal sealed record UnratedPlacement(float Scale, float Bias)
{
    private const int MostUsers = 512;
    private const int MostChoices = 1024;

    // With fewer there is nothing to measure.
    private const int LeastChoices = 20;
    private const int UsersAtOnce = 64;
    private const double Largest = 30;
    private const long Stream = 0x6000D;

    /// <summary>For movies that are as they are.</summary>
    public static UnratedPlacement None { get; } = new(1, 0);

    public static UnratedPlacement Of(
        HybridData data,
        HybridNetwork network,
        HybridParameters parameters,
        Device device,
        long seed
    )
    {
        if (data.RatingCounts.All(count => count > 0))
        {
            return None;
        }

        int[] users = [.. Enumerable.Range(0, data.Ratings.RowCount).Where(user => data.Ratings.RowLength(user) > 0)];
        new CounterRandom(seed, Stream).Shuffle(users.AsSpan());
        StepTensors Step(Batch batch) => new(parameters, batch, device, training: false);
        float scale = SureAs(data, network, users, Step);
        int singletons = data.RatingCounts.Count(count => count == 1);
        double share = Math.Max(singletons, 0.5) / data.Ratings.EntryCount;
        double[] gaps = Gaps(data, network, users, Step, scale);
        // The mass at bias b is the mean of 1 / (1 + exp(−(gap + b))), which rises with b.
        double bias = Bisect(-Largest, Largest, b => gaps.Average(gap => 1 / (1 + Math.Exp(-(gap + b)))) < share);
        return new UnratedPlacement(scale, (float)bias);
    }

    private static float SureAs(HybridData data, HybridNetwork network, int[] users, Func<Batch, StepTensors> step)
    {
        long[] singletons =
        [
            .. data.RatingCounts.Index().Where(item => item.Item == 1).Select(item => (long)item.Index),
        ];
        using var scope = NewDisposeScope();
        var chosen = new List<long>();
        var scores = new List<Tensor>();
        // Scores of the whole catalogue: only for people who chose such a movie, and no more of them than are wanted.
        IEnumerable<int> choosing = users.Where(user =>
            data.Ratings.RowColumns(user).ToArray().Any(item => data.RatingCounts[item] == 1)
        );
        foreach (int[] chunk in choosing.Chunk(UsersAtOnce))
        {
            if (chosen.Count >= MostChoices)
            {
                break;
            }

            CollectionPause.Renew();
            var builder = new BatchBuilder(data);
            var choosers = new List<long>();
            foreach (int user in chunk)
            {
                ReadOnlySpan<int> items = data.Ratings.RowColumns(user);
                bool[] hidden = [.. items.ToArray().Select(item => data.RatingCounts[item] == 1)];
                builder.Add(user, data.Ratings, hidden, new bool[items.Length]);
                for (int n = 0; n < items.Length && chosen.Count < MostChoices; n++)
                {
                    if (hidden[n])
                    {
                        choosers.Add(Array.IndexOf(chunk, user));
                        chosen.Add(Array.BinarySearch(singletons, items[n]));
                    }
                }
            }

            using var inner = NewDisposeScope();
            Batch batch = builder.Catalogue();
            StepTensors tensors = step(batch);
            scores.Add(
                network
                    .Scores(tensors, batch, idsOff: true)
                    .index_select(1, tensors.Indices(singletons))
                    .index_select(0, tensors.Indices([.. choosers]))
                    .MoveToOuterDisposeScope()
            );
        }

        return chosen.Count < LeastChoices ? 1 : Likeliest(cat(scores), [.. chosen]);
    }

    /// <param name="scores">Choices × singletons.</param>
    /// <param name="chosen">Per choice, which singleton it was.</param>
    /// <returns>The scale, 0 to 1, under which the choices are likeliest.</returns>
    internal static float Likeliest(Tensor scores, long[] chosen)
    {
        Tensor own = scores.gather(1, tensor(chosen, device: scores.device).unsqueeze(1)).squeeze(1);
        // The log-likelihood is concave: its slope is the chosen scores less those expected.
        bool Rises(double scale)
        {
            using var scope = NewDisposeScope();
            Tensor expected = ((scores * scale).softmax(1) * scores).sum(1L);
            return (own - expected).sum().item<float>() > 0;
        }

        return Rises(1) ? 1 : (float)Bisect(0, 1, Rises);
    }

    // Per user, log of the unrated movies' mass over that of the rated ones that are not in the history.
    private static double[] Gaps(
        HybridData data,
        HybridNetwork network,
        int[] users,
        Func<Batch, StepTensors> step,
        float scale
    )
    {
        var gaps = new List<double>();
        foreach (int[] chunk in users.Take(MostUsers).Chunk(UsersAtOnce))
        {
            CollectionPause.Renew();
            using var scope = NewDisposeScope();
            var builder = new BatchBuilder(data);
            foreach (int user in chunk)
            {
                builder.AddHistory(user, data.Ratings.History(new UserIndex(user)));
            }

            Batch batch = builder.Catalogue();
            StepTensors tensors = step(batch);
            Tensor scores = HybridLoss.Reachable(tensors, batch, network.Scores(tensors, batch));
            Tensor rated = data.Counts.gt(0);
            Tensor none = full_like(scores, float.NegativeInfinity);
            Tensor gap =
                where(rated.logical_not(), scores * scale, none).logsumexp(1) - where(rated, scores, none).logsumexp(1);
            gaps.AddRange(gap.cpu().data<float>().ToArray().Select(value => (double)value));
        }

        return [.. gaps];
    }

    private static double Bisect(double low, double high, Func<double, bool> isTooLow)
    {
        for (int n = 0; n < 60; n++)
        {
            double middle = (low + high) / 2;
            (low, high) = isTooLow(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
