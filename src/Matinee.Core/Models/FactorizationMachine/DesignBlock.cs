namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// A relation block (Rendle 2013): features that all ratings of one user, of one movie or of one day share, stored once per
/// such row and column by column.
/// </summary>
internal sealed class DesignBlock
{
    /// <param name="rowOf">Each rating's row.</param>
    /// <param name="groups">They cover the features in turn.</param>
    /// <param name="featureStarts">Length features + 1; feature j has entries featureStarts[j] .. featureStarts[j + 1].</param>
    /// <param name="rows">Each entry's row, ascending within a feature.</param>
    public DesignBlock(
        int rowCount,
        int[] rowOf,
        FeatureGroup[] groups,
        int[] featureStarts,
        int[] rows,
        double[] values
    )
    {
        RowCount = rowCount;
        RowOf = rowOf;
        Groups = groups;
        FeatureStarts = featureStarts;
        Rows = rows;
        Values = values;
        RowStarts = new int[rowCount + 1];
        foreach (int row in rowOf)
        {
            RowStarts[row + 1]++;
        }

        for (int row = 0; row < rowCount; row++)
        {
            RowStarts[row + 1] += RowStarts[row];
        }

        int[] next = RowStarts.AsSpan(0, rowCount).ToArray();
        Order = new int[rowOf.Length];
        for (int n = 0; n < rowOf.Length; n++)
        {
            Order[next[rowOf[n]]++] = n;
        }
    }

    public int RowCount { get; }
    public int[] RowOf { get; }
    public FeatureGroup[] Groups { get; }
    public int FeatureCount => FeatureStarts.Length - 1;
    public int[] FeatureStarts { get; }
    public int[] Rows { get; }
    public double[] Values { get; }

    /// <summary>Row r's ratings are Order[RowStarts[r]] .. Order[RowStarts[r + 1]].</summary>
    public int[] RowStarts { get; }

    public int[] Order { get; }

    public FeatureGroup Group(string name) => Groups.Single(group => group.Name == name);
}
