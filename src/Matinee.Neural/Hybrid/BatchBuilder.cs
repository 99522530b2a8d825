using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;

namespace Matinee.Neural.Hybrid;

/// <summary>Collects people and numbers their movies within the batch.</summary>
internal sealed class BatchBuilder(HybridData data)
{
    private readonly List<int> users = [];
    private readonly List<(int User, int Item, float Rating, int Age)> history = [];
    private readonly List<(int User, int Item, float Rating)> targets = [];

    /// <param name="hidden">Which entries of the user's row are not known.</param>
    /// <param name="asked">Which of the hidden ones are to be predicted.</param>
    public void Add(int user, InteractionMatrix ratings, bool[] hidden, bool[] asked)
    {
        ReadOnlySpan<int> items = ratings.RowColumns(user);
        ReadOnlySpan<float> values = ratings.RowValues(user);
        var known = new UserHistory(
            Kept(items, hidden),
            Kept(values, hidden),
            Kept(ratings.RowTimestamps(user), hidden)
        );
        int local = AddHistory(user, known);
        for (int n = 0; n < items.Length; n++)
        {
            if (asked[n])
            {
                targets.Add((local, items[n], values[n]));
            }
        }
    }

    /// <returns>The user's place in the batch.</returns>
    public int AddHistory(int row, UserHistory known)
    {
        int local = users.Count;
        users.Add(row);
        for (int n = 0; n < known.Count; n++)
        {
            int age = HistorySignals.AgeBucket(known.AsOf, known.Timestamps[n]);
            history.Add((local, known.Items[n], known.Ratings[n], age));
        }

        return local;
    }

    public void AddTarget(int local, int item, float rating) => targets.Add((local, item, rating));

    /// <summary>With every movie of the catalogue as a candidate, those that nobody rated included.</summary>
    public Batch Catalogue() => Build(drawn: null, [.. Enumerable.Range(0, data.ItemCount)]);

    /// <param name="drawn">Movies of the softmax; null for all that were rated.</param>
    public Batch Build((int[] Items, float[] Chances)? drawn) => Build(drawn, drawn?.Items ?? data.RatedItems);

    private Batch Build((int[] Items, float[] Chances)? drawn, int[] pool)
    {
        int[] candidates = [.. pool.Union(targets.Select(target => target.Item)).Order()];
        int[] items = [.. candidates.Union(history.Select(entry => entry.Item)).Order()];
        var place = new Dictionary<int, int>(items.Length);
        foreach (int item in items)
        {
            place.Add(item, place.Count);
        }

        var position = new Dictionary<int, int>(candidates.Length);
        foreach (int item in candidates)
        {
            position.Add(item, position.Count);
        }

        var perUser = new int[users.Count];
        foreach ((int user, _, _) in targets)
        {
            perUser[user]++;
        }

        return new Batch
        {
            Users = [.. users],
            Items = items,
            History = new HistoryEntries(
                [.. history.Select(entry => (long)entry.User)],
                [.. history.Select(entry => (long)place[entry.Item])],
                [.. history.Select(entry => (long)HistorySignals.RatingLevel(entry.Rating))],
                [.. history.Select(entry => (long)entry.Age)],
                [.. history.Select(entry => entry.Rating)]
            ),
            Targets = new Targets(
                [.. targets.Select(target => (long)target.User)],
                [.. targets.Select(target => (long)place[target.Item])],
                [.. targets.Select(target => (long)position[target.Item])],
                [.. targets.Select(target => target.Rating)],
                [.. targets.Select(target => 1 / MathF.Sqrt(perUser[target.User]))]
            ),
            Candidates = new Candidates(
                [.. candidates.Select(item => (long)place[item])],
                drawn is { } sampled ? Corrections(candidates, sampled.Items, sampled.Chances) : null,
                Masked(position, candidates.Length, drawn is not null)
            ),
            Facets = data.ItemFacets?.Of(items),
            CandidateFacets = data.CandidateFacets?.Of(candidates),
        };
    }

    private static float[] Corrections(int[] candidates, int[] drawn, float[] chances)
    {
        var corrections = new float[candidates.Length];
        int at = 0;
        for (int n = 0; n < candidates.Length; n++)
        {
            bool isDrawn = at < drawn.Length && drawn[at] == candidates[n];
            corrections[n] = isDrawn ? -MathF.Log(chances[at++]) : float.NegativeInfinity;
        }

        return corrections;
    }

    // What is known can't be asked for. A drawn movie that is a target stands for itself already.
    private long[] Masked(Dictionary<int, int> position, int width, bool sampled)
    {
        IEnumerable<(int User, int Item)> masked = history.Select(entry => (entry.User, entry.Item));
        if (sampled)
        {
            masked = masked.Concat(targets.Select(target => (target.User, target.Item)));
        }

        return
        [
            .. masked
                .Where(entry => position.ContainsKey(entry.Item))
                .Select(entry => (long)entry.User * width + position[entry.Item]),
        ];
    }

    private static T[] Kept<T>(ReadOnlySpan<T> values, bool[] hidden)
    {
        var kept = new List<T>(values.Length);
        for (int n = 0; n < values.Length; n++)
        {
            if (!hidden[n])
            {
                kept.Add(values[n]);
            }
        }

        return [.. kept];
    }
}
