using System.Buffers;
using System.Numerics.Tensors;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Numerics;
using Matinee.Core.Ranking.Similarity;

namespace Matinee.Core.Ranking.Similar;

/// <summary>
/// Movies like a movie. Likeness by ratings is the model's own where it has one (<see cref="IItemLikeness"/>), else that of
/// <see cref="CoRatings"/>; likeness by texts compares genres, year and tags, and sentence vectors where there are any.
/// Movies that nobody has rated are compared by texts alone. Safe to share between threads; docs/ranking.md states the rules.
/// </summary>
public sealed class SimilarMovies
{
    /// <summary>The most that ratings count for in a blend.</summary>
    public const float MostCollaborative = 0.6f;

    /// <summary>A movie of so many ratings is compared by them half as much as one that everybody rated.</summary>
    public const float HalfKnown = 10;

    /// <summary>What being known adds to a likeness of texts, for the most rated movie: it decides between those that say the same.</summary>
    public const float FameShare = 0.3f;

    private readonly RankingSpace space;
    private readonly MovieCatalog catalog;
    private readonly IItemLikeness? model;
    private readonly Lazy<CoRatings?> coRatings;
    private readonly Lazy<ItemSimilarity> texts;

    /// <param name="space">The recommender's, so that nothing is kept twice.</param>
    /// <param name="vectors">Another kernel over texts, such as of sentence vectors; null: none.</param>
    public SimilarMovies(ModelBundle bundle, RankingSpace space, IItemKernel? vectors = null)
    {
        this.space = space;
        catalog = bundle.Catalog;
        model = bundle.Model as IItemLikeness;
        coRatings = new(() => bundle.Histories is { } known ? new CoRatings(known.Ratings) : null);
        texts = new(() => space.Kernels.TextLikeness(vectors));
    }

    /// <param name="item">Any movie of the catalogue.</param>
    /// <returns>The most alike first; fewer than asked for where no others may be listed. Movies that are not alike at all are not.</returns>
    /// <exception cref="MatineeException">The filter names an unknown genre or tag.</exception>
    public SimilarMovie[] Of(ItemIndex item, SimilarRequest request)
    {
        int count = catalog.Count;
        float[] rented = ArrayPool<float>.Shared.Rent(3 * count);
        Span<float> scores = rented.AsSpan(0, count);
        Span<float> ratings = rented.AsSpan(count, count);
        Span<float> words = rented.AsSpan(2 * count, count);
        ratings.Clear();
        words.Clear();
        float share = request.Mode switch
        {
            SimilarityMode.Textual => 0,
            SimilarityMode.Collaborative => 1,
            _ => ShareOfRatings(item),
        };
        bool hasRatings = share > 0 && CompareRatings(item, ratings);
        share = hasRatings ? share : 0;
        if (share < 1)
        {
            CompareTexts(item.Value, words);
        }

        TensorPrimitives.Multiply(ratings, share, scores);
        TensorPrimitives.MultiplyAdd(words, 1 - share, scores, scores);
        SimilarMovie[] list = Best(item, request, scores, hasRatings ? ratings : default, words);
        ArrayPool<float>.Shared.Return(rented);
        return list;
    }

    /// <summary>How much ratings count for in a blend, 0 to <see cref="MostCollaborative"/>.</summary>
    public float ShareOfRatings(ItemIndex item)
    {
        float ratings = space.RatingCounts[item.Value];
        return MostCollaborative * ratings / (ratings + HalfKnown);
    }

    private SimilarMovie[] Best(
        ItemIndex item,
        SimilarRequest request,
        ReadOnlySpan<float> scores,
        ReadOnlySpan<float> ratings,
        ReadOnlySpan<float> words
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Offset);
        var leftOut = new ulong[ItemBits.Words(scores.Length)];
        Candidates.KeepOnly(leftOut, request.Only);
        ItemBits.Add(leftOut, request.Excluded.Span);
        ItemBits.Add(leftOut, [item.Value]);
        if (request.Filter is { IsEmpty: false } filter)
        {
            ItemBits.AddAll(leftOut, space.Filters.LeftOutBits(filter));
        }

        var best = new ScoredItem[Math.Min((long)request.Offset + request.Count, scores.Length)];
        best = best[..TopK.SelectWithout(scores, leftOut, best)];
        var list = new List<SimilarMovie>(request.Count);
        for (int n = request.Offset; n < best.Length && best[n].Score > 0; n++)
        {
            int other = best[n].Item;
            list.Add(
                new SimilarMovie(
                    new ItemIndex(other),
                    best[n].Score,
                    ratings.IsEmpty || space.RatingCounts[other] == 0 ? null : ratings[other],
                    request.Mode == SimilarityMode.Collaborative ? texts.Value.Compare(item.Value, other) : words[other]
                )
            );
        }

        return [.. list];
    }

    // From 0 to 1 for the most alike.
    private bool CompareRatings(ItemIndex item, Span<float> likeness)
    {
        if (space.RatingCounts[item.Value] == 0)
        {
            return false;
        }

        if (model is not null)
        {
            model.Compare(item, likeness[..model.ItemCount]);
            likeness[model.ItemCount..].Clear();
        }
        else if (coRatings.Value is { } known)
        {
            known.Compare(item.Value, likeness[..catalog.RankedCount]);
            likeness[catalog.RankedCount..].Clear();
        }
        else
        {
            return false;
        }

        Damp(likeness);
        likeness[item.Value] = 0;
        return Stretch(likeness);
    }

    // To 1 for the most alike; whether any is.
    private static bool Stretch(Span<float> likeness)
    {
        float most = TensorPrimitives.Max<float>(likeness);
        if (!(most > 0))
        {
            return false;
        }

        TensorPrimitives.Max(likeness, 0, likeness);
        TensorPrimitives.Divide(likeness, most, likeness);
        return true;
    }

    // What few ratings say is as much chance as taste.
    private void Damp(Span<float> likeness)
    {
        ReadOnlySpan<float> counts = space.RatingCounts;
        for (int item = 0; item < likeness.Length; item++)
        {
            likeness[item] *= counts[item] / (counts[item] + HalfKnown);
        }
    }

    private void CompareTexts(int item, Span<float> likeness)
    {
        texts.Value.CompareAll(item, likeness);
        ReadOnlySpan<float> fame = space.Fame[..likeness.Length];
        for (int other = 0; other < likeness.Length; other++)
        {
            likeness[other] *= 1 - FameShare + FameShare * fame[other];
        }

        likeness[item] = 0;
        Stretch(likeness);
    }
}
