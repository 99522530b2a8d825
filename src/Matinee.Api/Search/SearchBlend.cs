using Matinee.Core.Numerics;

namespace Matinee.Api.Search;

/// <summary>
/// Scores of several kinds as one (a convex combination, which Bruch, Gai and Ingber 2023 find to beat fusing ranks). Meaning
/// counts from 0 for the last of its candidates to 1 for the first.
/// </summary>
internal sealed class SearchBlend
{
    private const double TitleWeight = 0.8;
    private const double WordsWeight = 0.35;
    private const double MeaningWeight = 0.5;

    // A factor, so that what is well known but hardly fits stays behind.
    private const double PopularityWeight = 0.3;

    private readonly Dictionary<int, double> scores = [];

    /// <param name="share">How much of the query the title answers and how much of the title was typed, 0 to 1.</param>
    public void AddTitle(int item, double share) => Add(item, TitleWeight * Math.Min(1, share));

    /// <param name="best">About 1 where a movie has every word.</param>
    public void AddWords(ReadOnlySpan<ScoredItem> best)
    {
        foreach (ScoredItem one in best)
        {
            Add(one.Item, WordsWeight * Math.Min(1, one.Score));
        }
    }

    /// <param name="best">Best first.</param>
    public void AddMeaning(ReadOnlySpan<ScoredItem> best)
    {
        foreach (ScoredItem one in best)
        {
            double range = best[0].Score - best[^1].Score;
            Add(one.Item, range > 0 ? MeaningWeight * (one.Score - best[^1].Score) / range : MeaningWeight);
        }
    }

    /// <param name="popularity">Of an item, 0 to 1.</param>
    /// <returns>Best first; equal scores by item index.</returns>
    public IEnumerable<SearchHit> Best(Func<int, float> popularity) =>
        scores
            .Select(pair => new SearchHit(
                pair.Key,
                pair.Value * (1 + PopularityWeight * popularity(pair.Key)),
                IsTitle: false
            ))
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Item);

    private void Add(int item, double score) => scores[item] = scores.GetValueOrDefault(item) + score;
}
