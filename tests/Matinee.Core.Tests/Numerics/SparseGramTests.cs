using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class SparseGramTests
{
    private static readonly ParallelOptions TwoThreads = new() { MaxDegreeOfParallelism = 2 };

    [Theory]
    [InlineData(GramSide.Rows)]
    [InlineData(GramSide.Columns)]
    public void Compute_Binary_CountsExactly(GramSide side)
    {
        InteractionMatrix matrix = RandomMatrix(rows: 133, columns: 71);
        float[] ones = new float[matrix.EntryCount];
        Array.Fill(ones, 1);

        float[] gram = SparseGram.Compute(matrix, ones, side, TwoThreads);

        Assert.Equal(DenseGram(matrix, ones, side).Select(value => (float)value), gram);
    }

    [Theory]
    [InlineData(GramSide.Rows)]
    [InlineData(GramSide.Columns)]
    public void Compute_Weighted_MatchesDense(GramSide side)
    {
        InteractionMatrix matrix = RandomMatrix(rows: 60, columns: 150);
        float[] weights = RandomWeights(matrix);

        float[] gram = SparseGram.Compute(matrix, weights, side, TwoThreads);

        double[] expected = DenseGram(matrix, weights, side);
        Assert.Equal(expected.Length, gram.Length);
        Assert.All(expected.Zip(gram), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
    }

    [Theory]
    [InlineData(GramSide.Rows)]
    [InlineData(GramSide.Columns)]
    public void Compute_OneOrMoreThreads_GivesTheSameBits(GramSide side)
    {
        InteractionMatrix matrix = RandomMatrix(rows: 300, columns: 200);
        float[] weights = RandomWeights(matrix);

        float[] one = SparseGram.Compute(matrix, weights, side, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        float[] four = SparseGram.Compute(matrix, weights, side, new ParallelOptions { MaxDegreeOfParallelism = 4 });

        Assert.Equal(one, four);
    }

    [Fact]
    public void Compute_RowsAndColumnsWithoutEntries_AreZero()
    {
        // [0 2 0]
        // [0 0 0]
        var matrix = new InteractionMatrix([0, 1, 1], [1], [2], [0], columnCount: 3);

        Assert.Equal([4, 0, 0, 0], SparseGram.Compute(matrix, matrix.Values, GramSide.Rows, TwoThreads));
        Assert.Equal(
            [0, 0, 0, 0, 4, 0, 0, 0, 0],
            SparseGram.Compute(matrix, matrix.Values, GramSide.Columns, TwoThreads)
        );
    }

    [Fact]
    public void Compute_NoEntries_IsZero()
    {
        var matrix = new InteractionMatrix([0, 0], [], [], [], columnCount: 2);

        Assert.Equal([0, 0, 0, 0], SparseGram.Compute(matrix, [], GramSide.Columns, TwoThreads));
    }

    [Fact]
    public void Compute_TooLarge_NamesTheAlternative()
    {
        var matrix = new InteractionMatrix([0], [], [], [], columnCount: 46_341);

        var error = Assert.Throws<MatineeException>(() => SparseGram.Compute(matrix, [], GramSide.Columns, TwoThreads));

        Assert.Contains("implicit ALS", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compute_WrongNumberOfWeights_Throws()
    {
        var matrix = new InteractionMatrix([0, 2], [0, 1], [1, 1], [0, 0], columnCount: 2);

        Assert.Throws<ArgumentException>(() => SparseGram.Compute(matrix, [1], GramSide.Rows, TwoThreads));
    }

    private static InteractionMatrix RandomMatrix(int rows, int columns)
    {
        var random = new CounterRandom(9, rows);
        var starts = new int[rows + 1];
        var entries = new List<int>();
        for (int row = 0; row < rows; row++)
        {
            entries.AddRange(Enumerable.Range(0, columns).Where(n => random.Uniform(row * columns + n) < 0.2));
            starts[row + 1] = entries.Count;
        }

        return new InteractionMatrix(starts, [.. entries], new float[entries.Count], new long[entries.Count], columns);
    }

    private static float[] RandomWeights(InteractionMatrix matrix)
    {
        var random = new CounterRandom(9, 0);
        return [.. Enumerable.Range(0, matrix.EntryCount).Select(n => (float)random.Normal(n))];
    }

    private static double[] DenseGram(InteractionMatrix matrix, float[] weights, GramSide side)
    {
        int rows = matrix.RowCount;
        int columns = matrix.ColumnCount;
        var dense = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int n = matrix.RowStarts[row]; n < matrix.RowStarts[row + 1]; n++)
            {
                dense[row, matrix.Columns[n]] = weights[n];
            }
        }

        int size = side == GramSide.Rows ? rows : columns;
        int depth = side == GramSide.Rows ? columns : rows;
        double At(int index, int k) => side == GramSide.Rows ? dense[index, k] : dense[k, index];
        return
        [
            .. Enumerable
                .Range(0, size * size)
                .Select(n => Enumerable.Range(0, depth).Sum(k => At(n / size, k) * At(n % size, k))),
        ];
    }
}
