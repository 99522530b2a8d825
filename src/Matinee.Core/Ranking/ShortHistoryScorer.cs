using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Ranking;

/// <summary>
/// Scores any history, also a short one, where every ranker alone loses to popularity: until there is evidence, what
/// everyone likes is the better guess. Both scores are standardised over the movies and mixed; popularity's share
/// starts at 1, is p / (n + p) after n ratings, and is gone at 30. The prior p is 14; 7 for a blend, whose scores are less extreme
/// and which knows popularity itself, and for which a rating counts up to sevenfold where the liked movies are of one kind. (All
/// chosen on new users drawn from training users; docs/benchmarks.md has the figures on others.)
/// </summary>
public sealed class ShortHistoryScorer(IRanker ranker, PopularityModel popularity)
{
    private const double UsualPrior = 14;
    private const double BlendPrior = 7;
    private const double UsualFocus = 0.3;
    private const double MostFocusWeight = 6;
    private const int FadingFrom = 10;
    private const int GoneAt = 30;

    private readonly double prior = ranker is BlendModel ? BlendPrior : UsualPrior;

    public int ItemCount => ranker.ItemCount;

    /// <summary>Popularity's share of the history's scores, 0 to 1.</summary>
    public double PopularityShare(UserHistory history)
    {
        int ratings = history.Count;
        double fading = Math.Clamp((double)(GoneAt - ratings) / (GoneAt - FadingFrom), 0, 1);
        return fading <= 0 ? 0 : prior / ((ratings * Weight(history)) + prior) * fading;
    }

    private double Weight(UserHistory history) =>
        ranker is BlendModel blend
            ? 1 + (MostFocusWeight * Math.Max(0, (blend.FocusOf(history) - UsualFocus) / (1 - UsualFocus)))
            : 1;

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
