using Matinee.Core.Numerics;

namespace Matinee.Core.Interactions;

/// <summary>
/// A sample of a matrix' users, for what need not look at all of them. It depends on which users have entries alone, so that whoever
/// asks again compares the same people.
/// </summary>
public static class RowSample
{
    // Of no run: models of different seeds are graded on the same people.
    private const long Seed = 0;
    private const long Stream = 0x50454F504C45; // "PEOPLE"

    /// <summary>The matrix with at most so many rows that are not empty: of a shuffle of all such rows the first.</summary>
    /// <param name="most">At least 1.</param>
    /// <returns>The matrix itself where it has no more.</returns>
    public static InteractionMatrix Of(InteractionMatrix matrix, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        return Drawn(matrix, most, new CounterRandom(Seed, Stream)) is { } isDrawn
            ? matrix.Where((row, _, _) => isDrawn[row])
            : matrix;
    }

    /// <summary>Which rows a shuffle of all that are not empty puts first; null where there are no more than that.</summary>
    internal static bool[]? Drawn(InteractionMatrix matrix, int most, CounterRandom random)
    {
        int[] rows = NotEmpty(matrix);
        if (rows.Length <= most)
        {
            return null;
        }

        random.Shuffle(rows.AsSpan());
        var isDrawn = new bool[matrix.RowCount];
        foreach (int row in rows.AsSpan(0, most))
        {
            isDrawn[row] = true;
        }

        return isDrawn;
    }

    /// <summary>The rows that are not empty, ascending.</summary>
    internal static int[] NotEmpty(InteractionMatrix matrix) =>
        [.. Enumerable.Range(0, matrix.RowCount).Where(row => matrix.RowLength(row) > 0)];

    /// <summary>How many rows are not empty.</summary>
    public static int Count(InteractionMatrix matrix) =>
        Enumerable.Range(0, matrix.RowCount).Count(row => matrix.RowLength(row) > 0);
}
