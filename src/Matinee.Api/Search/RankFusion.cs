namespace Matinee.Api.Search;

/// <summary>
/// Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): an item scores weight / (60 + rank) in each list that has it,
/// ranks from 1.
/// </summary>
internal sealed class RankFusion
{
    private const double Offset = 60;

    private readonly Dictionary<int, double> scores = [];

    public double this[int item] => scores[item];

    public IEnumerable<int> Items => scores.Keys;

    public void Add(IEnumerable<int> bestFirst, double weight = 1)
    {
        int rank = 0;
        foreach (int item in bestFirst)
        {
            rank++;
            scores[item] = scores.GetValueOrDefault(item) + weight / (Offset + rank);
        }
    }

    /// <returns>Best first; equal scores by item index.</returns>
    public IEnumerable<SearchHit> Best() =>
        scores
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key)
            .Select(pair => new SearchHit(pair.Key, pair.Value, IsTitle: false));
}
