using Matinee.Core.Numerics;

namespace Matinee.Core.Evaluation;

/// <summary>Which items a task has a model order for a user, where they are not simply all ranked ones.</summary>
internal sealed class CandidateSets(RankingTask task)
{
    private const long Stream = 0x4E4547; // "NEG"

    /// <summary>Whether every ranked item is a candidate for everyone.</summary>
    public bool AreAllRanked => task.Candidates is null && task.Negatives is null;

    /// <summary>The user's candidates that are not seen, ascending; relevant ones included.</summary>
    public int[] Of(int user)
    {
        ReadOnlySpan<int> seen = task.Seen.RowColumns(user);
        ReadOnlySpan<int> relevant = task.Relevant.RowColumns(user);
        var asked = new List<int>();
        var others = new List<int>();
        foreach (int item in task.Candidates ?? [.. Enumerable.Range(0, task.Catalog.RankedCount)])
        {
            if (seen.BinarySearch(item) < 0)
            {
                (relevant.BinarySearch(item) >= 0 ? asked : others).Add(item);
            }
        }

        return [.. asked.Concat(Drawn(others, user)).Order()];
    }

    private IEnumerable<int> Drawn(List<int> items, int user)
    {
        if (task.Negatives is not { } negatives)
        {
            return items;
        }

        int[] shuffled = [.. items];
        var random = new CounterRandom(negatives.Seed, Stream + user);
        random.Shuffle(shuffled.AsSpan());
        return shuffled.Take(negatives.PerUser);
    }
}
