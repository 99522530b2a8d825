using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking;

namespace Matinee.Core.Evaluation;

/// <summary>
/// Tests what an explanation claims: without the movie that it names first, the recommended one scores lower than without
/// another movie of the history, drawn at random. Lists, reasons and scores are the whole engine's, popularity's share for
/// short histories included. A case whose explanation names no rated movie tests nothing and does not count.
/// </summary>
public sealed class FaithfulnessEvaluator
{
    private const int ListLength = 10;

    private readonly ShortHistoryScorer scorer;
    private readonly Explainer explainer;
    private readonly InteractionMatrix histories;
    private readonly int[] users;
    private readonly int rankedCount;

    /// <param name="popularity">Counted on what the ranker was trained on.</param>
    /// <param name="histories">Users × ranked items. Who has rated fewer than two movies is left out.</param>
    public FaithfulnessEvaluator(IRanker ranker, PopularityModel popularity, InteractionMatrix histories)
    {
        scorer = new ShortHistoryScorer(ranker, popularity);
        explainer = new Explainer(ranker, popularity, histories.RowCount);
        this.histories = histories;
        rankedCount = popularity.ItemCount;
        users = [.. Enumerable.Range(0, histories.RowCount).Where(user => histories.RowLength(user) >= 2)];
    }

    /// <param name="cases">
    /// Pairs of a user and a movie of the user's top 10, spread evenly over users in random order; at most all there are.
    /// </param>
    /// <param name="seed">Of the users' order, the places in their lists and the movies removed at random.</param>
    public FaithfulnessResult Evaluate(
        int cases,
        long seed = 42,
        int? maxThreads = null,
        CancellationToken cancellation = default
    )
    {
        int[] order = [.. users];
        new CounterRandom(seed, -1).Shuffle(order.AsSpan());
        var outcomes = new bool?[(int)Math.Min(cases, (long)users.Length * ListLength)];
        var parallel = new ParallelOptions
        {
            CancellationToken = cancellation,
            MaxDegreeOfParallelism = maxThreads ?? Environment.ProcessorCount,
        };
        Parallel.For(
            0,
            outcomes.Length,
            parallel,
            () => new float[scorer.ItemCount],
            (number, _, scores) =>
            {
                int user = order[number % order.Length];
                outcomes[number] = Holds(user, number / order.Length, new CounterRandom(seed, user), scores);
                return scores;
            },
            _ => { }
        );
        return new FaithfulnessResult(
            outcomes.Count(outcome => outcome is not null),
            outcomes.Count(held => held is true)
        );
    }

    /// <param name="turn">How many cases of the same user came before.</param>
    /// <returns>Null where there is nothing to test.</returns>
    private bool? Holds(int user, int turn, CounterRandom random, float[] scores)
    {
        UserHistory history = histories.History(new UserIndex(user));
        scorer.Score(history, scores);
        ReadOnlySpan<float> ranked = scores.AsSpan(0, rankedCount);
        var list = new ScoredItem[Math.Min(ListLength, ranked.Length)];
        int length = TopK.Select(ranked, history.Items, list);
        if (turn >= length)
        {
            return null;
        }

        ScoredItem tested = list[(random.Below(length, 0) + turn) % length];
        Explanation explanation = explainer.Explain(history, [new ItemIndex(tested.Item)])[0];
        if (explanation.Reasons.OfType<Reason.RatedMovie>().FirstOrDefault() is not { } named)
        {
            return null;
        }

        int place = random.Below(history.Count - 1, turn + 1);
        int other = history.Items[place >= history.Items.BinarySearch(named.Movie.Value) ? place + 1 : place];
        // The two shortened histories are equally long, so popularity's share is the same in both scores; it is not in the
        // whole history's, which is why that one is no third to compare with.
        return ScoreWithout(named.Movie) < ScoreWithout(new ItemIndex(other));

        float ScoreWithout(ItemIndex movie)
        {
            scorer.Score(history.Without(movie), scores);
            return scores[tested.Item];
        }
    }
}
