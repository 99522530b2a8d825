using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Ranking;

/// <summary>
/// Scores any history, also a short one, where every ranker alone loses to popularity: until there is evidence, what
/// everyone likes is the better guess. Both scores are standardised over the movies and mixed. Without a rating popularity's share
/// is 1; after n ratings it is 14 / (n + 14), and gone at 30. A blend's scores are less extreme, and it knows popularity itself:
/// there the share is 0.6 at once, down to a fifth of that where the liked movies are of one kind, and gone at 26. (All chosen on new
/// users drawn from training users; docs/benchmarks.md has the figures on others.)
/// </summary>
public sealed class ShortHistoryScorer(IRanker ranker, PopularityModel popularity)
{
    private const double PriorRatings = 14;
    private const double BlendShare = 0.6;
    private const double UsualFocus = 0.3;
    private const double MostFocusWeight = 4;
    private const int Fading = 20;
    private const int GoneAt = 30;
    private const int GoneFromBlendsAt = 26;

    public int ItemCount => ranker.ItemCount;

    /// <summary>Popularity's share of the history's scores, 0 to 1.</summary>
    public double PopularityShare(UserHistory history) =>
        (history.Count, ranker) switch
        {
            (0, _) => 1,
            (var n, BlendModel) when n >= GoneFromBlendsAt => 0,
            (var n, BlendModel blend) => BlendShare * Left(n, GoneFromBlendsAt) / FocusWeight(blend, history),
            (var n, _) => PriorRatings / (n + PriorRatings) * Left(n, GoneAt),
        };

    /// <summary>Whether the history's scores are the ranker's own.</summary>
    public bool IsRankerAlone(UserHistory history) => (float)PopularityShare(history) <= 0;

    private static double Left(int ratings, int goneAt) => Math.Clamp((double)(goneAt - ratings) / Fading, 0, 1);

    private static double FocusWeight(BlendModel blend, UserHistory history) =>
        1 + (MostFocusWeight * Math.Max(0, (blend.FocusOf(history) - UsualFocus) / (1 - UsualFocus)));

    /// <param name="scores">Length <see cref="ItemCount"/>; overwritten.</param>
    public void Score(UserHistory history, Span<float> scores)
    {
        var share = (float)PopularityShare(history);
        if (share >= 1)
        {
            Popularity(history, scores);
            return;
        }

        if (share <= 0)
        {
            ranker.Score(history, scores);
            return;
        }

        float[] buffer = ArrayPool<float>.Shared.Rent(scores.Length);
        Span<float> prior = buffer.AsSpan(0, scores.Length);
        Parts(history, scores, prior);
        TensorPrimitives.Add(scores, prior, scores);
        ArrayPool<float>.Shared.Return(buffer);
    }

    /// <summary>The two parts that <see cref="Score"/> adds up where it mixes, both 0 for the average movie.</summary>
    /// <param name="personal">The ranker's part; length <see cref="ItemCount"/>; overwritten.</param>
    /// <param name="popular">Popularity's part; the same length; overwritten.</param>
    public void Parts(UserHistory history, Span<float> personal, Span<float> popular)
    {
        var share = (float)PopularityShare(history);
        ranker.Score(history, personal);
        Popularity(history, popular);
        Standardise(personal, 1 - share);
        Standardise(popular, share);
    }

    /// <param name="scores">Histories × items, row-major; overwritten.</param>
    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores)
    {
        for (int n = 0; n < histories.Length; n++)
        {
            Score(histories[n], scores.Slice(n * ItemCount, ItemCount));
        }
    }

    // A ranker that reads what movies say covers those, too, that nobody has rated.
    private void Popularity(UserHistory history, Span<float> scores)
    {
        popularity.Score(history, scores[..popularity.ItemCount]);
        scores[popularity.ItemCount..].Clear();
    }

    // To mean 0 and the given standard deviation; equal scores become 0.
    private static void Standardise(Span<float> scores, float deviation)
    {
        float mean = TensorPrimitives.Sum<float>(scores) / scores.Length;
        TensorPrimitives.Subtract(scores, mean, scores);
        float actual = MathF.Sqrt(TensorPrimitives.SumOfSquares<float>(scores) / scores.Length);
        TensorPrimitives.Multiply(scores, actual > 0 ? deviation / actual : 0, scores);
    }
}
