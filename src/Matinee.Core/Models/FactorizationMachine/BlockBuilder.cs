namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Collects the features of a block, group by group.</summary>
internal sealed class BlockBuilder(int rowCount, int[] rowOf)
{
    private readonly List<FeatureGroup> groups = [];
    private readonly List<int> featureStarts = [0];

    // By group: there are as many entries as ratings, and lists that grow would hold them several times.
    private readonly List<int[]> rows = [];
    private readonly List<double[]> values = [];

    private int FeatureCount => featureStarts.Count - 1;

    /// <summary>One feature per row, which only that row has: an id.</summary>
    public void AddIdentity(string name) => Add(name, rowCount, row => [row], _ => 1);

    /// <summary>Features that rows have or have not.</summary>
    /// <param name="featuresOf">A row's features, counted within the group, each once.</param>
    /// <param name="valueOf">What every feature of a row that has it is worth.</param>
    public void Add(string name, int count, Func<int, IReadOnlyList<int>> featuresOf, Func<int, double> valueOf)
    {
        if (count == 0)
        {
            return;
        }

        var starts = new int[count + 1];
        for (int row = 0; row < rowCount; row++)
        {
            foreach (int feature in featuresOf(row))
            {
                starts[feature + 1]++;
            }
        }

        for (int feature = 0; feature < count; feature++)
        {
            starts[feature + 1] += starts[feature];
        }

        var entryRows = new int[starts[count]];
        var entryValues = new double[starts[count]];
        int[] next = starts.AsSpan(0, count).ToArray();
        for (int row = 0; row < rowCount; row++)
        {
            double value = valueOf(row);
            foreach (int feature in featuresOf(row))
            {
                int at = next[feature]++;
                entryRows[at] = row;
                entryValues[at] = value;
            }
        }

        groups.Add(new FeatureGroup(name, FeatureCount, count));
        int before = featureStarts[^1];
        featureStarts.AddRange(starts.Skip(1).Select(start => start + before));
        rows.Add(entryRows);
        values.Add(entryValues);
    }

    public DesignBlock Build() => new(rowCount, rowOf, [.. groups], [.. featureStarts], Joined(rows), Joined(values));

    private static T[] Joined<T>(List<T[]> parts)
    {
        var whole = new T[parts.Sum(part => part.Length)];
        int at = 0;
        foreach (T[] part in parts)
        {
            part.CopyTo(whole, at);
            at += part.Length;
        }

        parts.Clear();
        return whole;
    }
}
