using System.Numerics.Tensors;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Numerics;

namespace Matinee.Core.Ranking;

/// <summary>
/// Says why the engine recommends a movie: the rated movies that contributed most to its score, and popularity as far as
/// that carries a short history's list (<see cref="ShortHistoryScorer"/>); beside them, which of the movie's texts speak
/// for it. docs/explanations.md states every rule.
/// </summary>
/// <param name="users">How many users <paramref name="popularity"/> was counted over.</param>
/// <param name="catalog">Whose texts are named, where the ranker reads texts; null names none.</param>
public sealed class Explainer(IRanker ranker, PopularityModel popularity, int users, MovieCatalog? catalog = null)
{
    /// <summary>No explanation has more reasons.</summary>
    public const int MostReasons = 3;

    /// <summary>A movie is named only if it contributed at least this part of what the first named one did.</summary>
    public const double LeastOfLargest = 0.25;

    /// <summary>Popularity is named only from this share on, and rated movies only if they share as much together.</summary>
    public const double LeastShare = 0.1;

    // Bounds memory for long lists; models share work between the items of a batch.
    private const int ItemsAtOnce = 64;

    // From here on popularity is the main reason, so it stands first.
    private const double MainShare = 0.5;
    private const float AlwaysLiked = 4;
    private const float LeastLiked = 3;

    private readonly ShortHistoryScorer scorer = new(ranker, popularity);
    private readonly TextReasons? texts =
        ranker is ITextExplainer reader && catalog is not null ? new TextReasons(reader, catalog) : null;

    /// <summary>
    /// Whether there is anything to say: a ranker that does not split its scores has no reasons of its own, and popularity carries
    /// short histories only.
    /// </summary>
    public bool HasReasons(UserHistory history) =>
        ranker is IExplainer or BiasModel or PopularityModel || scorer.PopularityShare(history) >= LeastShare;

    /// <param name="items">What is to be explained: usually the list that <see cref="Recommender"/> gave the history.</param>
    /// <returns>One explanation per item, in the same order.</returns>
    public Explanation[] Explain(UserHistory history, IReadOnlyList<ItemIndex> items)
    {
        double[] popularShares = PopularShares(history, items);
        float mean = history.Count == 0 ? 0 : TensorPrimitives.Sum(history.Ratings) / history.Count;
        var contributions = new float[Math.Min(ItemsAtOnce, items.Count) * history.Count];
        var explanations = new Explanation[items.Count];
        for (int start = 0; start < items.Count; start += ItemsAtOnce)
        {
            int[] batch = [.. items.Skip(start).Take(ItemsAtOnce).Select(item => item.Value)];
            (ranker as IExplainer)?.Contributions(history, batch, contributions);
            for (int n = 0; n < batch.Length; n++)
            {
                Span<float> own = contributions.AsSpan(n * history.Count, history.Count);
                var item = new ItemIndex(batch[n]);
                double popular = popularShares[start + n];
                explanations[start + n] = new Explanation(item, [.. Reasons(history, item.Value, popular, mean, own)])
                {
                    Texts = texts?.Of(history, item, TensorPrimitives.Sum<float>(own), 1 - popular),
                };
            }
        }

        return explanations;
    }

    /// <summary>The same of a list that <see cref="Recommender"/> gave the history, as it stands in JSON.</summary>
    /// <param name="catalog">The titles that reasons name.</param>
    public ExplanationJson[] Explain(UserHistory history, IReadOnlyList<Recommendation> list, MovieCatalog catalog)
    {
        ItemIndex[] items = [.. list.Select(movie => movie.Item)];
        return [.. Explain(history, items).Select(explanation => ExplanationJson.Of(explanation, catalog))];
    }

    // Both parts of a mixed score are measured from the average movie; what speaks against a movie is no part of its reasons.
    private double[] PopularShares(UserHistory history, IReadOnlyList<ItemIndex> items)
    {
        var shares = new double[items.Count];
        double mixed = ranker is PopularityModel ? 1 : scorer.PopularityShare(history);
        if (mixed is <= 0 or >= 1)
        {
            Array.Fill(shares, mixed);
            return shares;
        }

        var personal = new float[scorer.ItemCount];
        var popular = new float[scorer.ItemCount];
        scorer.Parts(history, personal, popular);
        for (int n = 0; n < shares.Length; n++)
        {
            float own = Math.Max(0, personal[items[n].Value]);
            float crowd = Math.Max(0, popular[items[n].Value]);
            shares[n] = crowd > 0 ? crowd / ((double)own + crowd) : 0;
        }

        return shares;
    }

    private IEnumerable<Reason> Reasons(
        UserHistory history,
        int item,
        double popularShare,
        float mean,
        ReadOnlySpan<float> contributions
    )
    {
        IEnumerable<Reason> popular =
            popularShare >= LeastShare && Raters(item) > 0 ? [Popular(item, popularShare)] : [];
        int most = MostReasons - popular.Count();
        double rest = 1 - popularShare;
        IEnumerable<Reason> personal =
            rest < LeastShare
                ? []
                : ranker switch
                {
                    IExplainer => RatedMovies(history, contributions, rest, mean, most),
                    BiasModel bias => [new Reason.RatedWell(bias.DampedMean(new ItemIndex(item)), Raters(item), rest)],
                    _ => [],
                };
        return popularShare >= MainShare ? popular.Concat(personal) : personal.Concat(popular);
    }

    private static List<Reason> RatedMovies(
        UserHistory history,
        ReadOnlySpan<float> contributions,
        double share,
        float mean,
        int most
    )
    {
        var best = new ScoredItem[Math.Min(most, contributions.Length)];
        int count = TopK.Select(contributions, [], best);
        double total = 0;
        foreach (float contribution in contributions)
        {
            total += Math.Max(0, contribution);
        }

        var reasons = new List<Reason>(count);
        for (int n = 0; n < count && best[n].Score > 0 && best[n].Score >= LeastOfLargest * best[0].Score; n++)
        {
            int entry = best[n].Item;
            float rating = history.Ratings[entry];
            bool liked = rating >= Math.Min(AlwaysLiked, Math.Max(LeastLiked, mean));
            var movie = new ItemIndex(history.Items[entry]);
            reasons.Add(new Reason.RatedMovie(movie, rating, liked, share * best[n].Score / total));
        }

        return reasons;
    }

    private Reason.Popularity Popular(int item, double share) => new(Raters(item), users, share);

    // A ranker that reads what movies say covers those, too, that nobody has rated.
    private int Raters(int item) => item < popularity.ItemCount ? (int)popularity.Counts[item] : 0;
}
