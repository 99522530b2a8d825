using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Numerics;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Rating and ranking loss on held-out ratings, each person's training ratings being the history. Of movies that training knows:
/// where the others stand is decided after it (<see cref="UnratedPlacement"/>), and till then a few of them would drown the rest.
/// </summary>
internal sealed class ValidationLoss
{
    // Enough to see a trend; more would cost as much as the training.
    private const int MostUsers = 1000;
    private const long Stream = 0x7A11;

    private readonly List<Batch> batches = [];
    private readonly HybridOptions options;

    private ValidationLoss(HybridData data, InteractionMatrix held, HybridOptions options, long seed)
    {
        this.options = options;
        var random = new CounterRandom(seed, Stream);
        int[] users = [.. Enumerable.Range(0, held.RowCount).Where(user => held.RowLength(user) > 0)];
        random.Shuffle(users.AsSpan());
        var negatives = new NegativeSampler(data.RatingCounts, options.Negatives);
        foreach (int[] chunk in users.Take(MostUsers).Chunk(options.BatchSize))
        {
            var builder = new BatchBuilder(data);
            foreach (int user in chunk)
            {
                int local = builder.AddHistory(user, data.Ratings.History(new UserIndex(user)));
                for (int n = 0; n < held.RowLength(user); n++)
                {
                    builder.AddTarget(local, held.RowColumns(user)[n], held.RowValues(user)[n]);
                }
            }

            batches.Add(builder.Build(negatives.Draw(random, (long)batches.Count << 32)));
        }
    }

    /// <returns>Null where no held-out rating is of a movie that training knows.</returns>
    public static ValidationLoss? Of(HybridData data, InteractionMatrix? held, HybridOptions options, long seed)
    {
        InteractionMatrix? known = held?.Where((_, item, _) => data.RatingCounts[item] > 0);
        return known is { EntryCount: > 0 } ? new ValidationLoss(data, known, options, seed) : null;
    }

    public double Of(HybridNetwork network, HybridLoss loss, HybridParameters parameters, Device device)
    {
        using var noGradients = no_grad();
        double sum = 0;
        long targets = 0;
        foreach (Batch batch in batches)
        {
            CollectionPause.Renew();
            using var scope = NewDisposeScope();
            var step = new StepTensors(parameters, batch, device, training: false);
            LossParts parts = loss.Of(step, batch, network.Forward(step, batch));
            double both =
                parts.Rating.item<float>() * options.RatingWeight + parts.Ranking.item<float>() * options.RankingWeight;
            sum += both * batch.Targets.Users.Length;
            targets += batch.Targets.Users.Length;
        }

        return sum / targets;
    }
}
