using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Numerics;

public class PositiveDefiniteTests
{
    private static readonly ParallelOptions TwoThreads = new() { MaxDegreeOfParallelism = 2 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(200)]
    [InlineData(288)]
    [InlineData(289)]
    [InlineData(333)]
    [InlineData(601)]
    public void Invert_AnySizeAndVectorWidth_MatchesGaussJordanInDoublePrecision(int n)
    {
        float[] matrix = RandomMatrix(n);
        double[] expected = GaussJordanInverse(matrix, n);
        double scale = expected.Max(Math.Abs);

        foreach (VectorWidth width in Enum.GetValues<VectorWidth>())
        {
            float[] actual = [.. matrix];
            PositiveDefinite.Invert(actual, n, TwoThreads, progress: null, width);

            double error = expected.Zip(actual, (e, a) => Math.Abs(e - a)).Max();
            Assert.True(error <= 1e-5 * scale, $"{width}: off by {error:G3} of {scale:G3}");
        }
    }

    [Fact]
    public void Invert_Diagonal_IsReciprocal()
    {
        float[] matrix = [2, 0, 0, 0, 4, 0, 0, 0, 8];

        PositiveDefinite.Invert(matrix, 3, TwoThreads);

        Assert.Equal([0.5f, 0, 0, 0, 0.25f, 0, 0, 0, 0.125f], matrix);
    }

    [Fact]
    public void Invert_OneOrMoreThreads_GivesTheSameBits()
    {
        const int n = 1000;
        float[] one = RandomMatrix(n);
        float[] two = [.. one];
        float[] five = [.. one];

        PositiveDefinite.Invert(one, n, new ParallelOptions { MaxDegreeOfParallelism = 1 });
        PositiveDefinite.Invert(two, n, TwoThreads);
        PositiveDefinite.Invert(five, n, new ParallelOptions { MaxDegreeOfParallelism = 5 });

        Assert.Equal(one, two);
        Assert.Equal(one, five);
    }

    [Fact]
    public void Invert_UpperTriangleUnset_ReadsOnlyTheLowerOneAndWritesBoth()
    {
        const int n = 400;
        float[] whole = RandomMatrix(n);
        float[] lower = [.. whole];
        for (int row = 0; row < n; row++)
        {
            lower.AsSpan(row * n + row + 1, n - row - 1).Fill(float.NaN);
        }

        PositiveDefinite.Invert(whole, n, TwoThreads);
        PositiveDefinite.Invert(lower, n, TwoThreads);

        Assert.Equal(whole, lower);
        Assert.Equal(whole[3 * n + 350], whole[350 * n + 3]);
    }

    [Fact]
    public void Invert_Indefinite_SaysToRaiseTheRegularization()
    {
        float[] matrix = [1, 2, 2, 1];

        var error = Assert.Throws<MatineeException>(() => PositiveDefinite.Invert(matrix, 2, TwoThreads));

        Assert.Contains("not positive definite", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 1 of 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("Raise the regularization", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Invert_BadDiagonal_Throws(float value)
    {
        float[] matrix = RandomMatrix(500);
        matrix[490 * 500 + 490] = value;

        Assert.Throws<MatineeException>(() => PositiveDefinite.Invert(matrix, 500, TwoThreads));
    }

    [Fact]
    public void Invert_SingularUpToRounding_Throws()
    {
        const int n = 400;
        float[] matrix = RandomMatrix(n, rank: 100, regularization: 0);

        Assert.Throws<MatineeException>(() => PositiveDefinite.Invert(matrix, n, TwoThreads));
    }

    [Fact]
    public void Invert_SeveralBlocks_ReportsProgressFromZeroToOne()
    {
        var reported = new List<double>();

        PositiveDefinite.Invert(RandomMatrix(700), 700, TwoThreads, reported.Add);

        Assert.Equal(0, reported[0]);
        Assert.Equal(1, reported[^1]);
        Assert.True(reported.Count > 2);
        Assert.Equal(reported.Order(), reported);
    }

    [Fact]
    public void Invert_CancelledAfterTheFirstBlock_Stops()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new ParallelOptions { CancellationToken = cancellation.Token };
        double last = 0;
        void CancelOnceStarted(double done)
        {
            last = done;
            if (done > 0)
            {
                cancellation.Cancel();
            }
        }

        Assert.ThrowsAny<OperationCanceledException>(() =>
            PositiveDefinite.Invert(RandomMatrix(1000), 1000, options, CancelOnceStarted)
        );

        Assert.InRange(last, 0.01, 0.5);
    }

    [Fact]
    public void Invert_WrongLength_Throws() =>
        Assert.Throws<ArgumentException>(() => PositiveDefinite.Invert(new float[5], 2, TwoThreads));

    [Fact]
    public void Invert_Empty_DoesNothing() => PositiveDefinite.Invert([], 0, TwoThreads);

    // Y Yᵀ + λI, as a Gram matrix is.
    private static float[] RandomMatrix(int n, int rank = 0, float regularization = 10)
    {
        rank = rank == 0 ? n : rank;
        var random = new CounterRandom(1, n);
        float[] factors = [.. Enumerable.Range(0, n * rank).Select(k => (float)random.Normal(k))];
        var matrix = new float[n * n];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                float dot = Vectors.Dot(factors.AsSpan(row * rank, rank), factors.AsSpan(column * rank, rank));
                matrix[row * n + column] = dot;
                matrix[column * n + row] = dot;
            }

            matrix[row * n + row] += regularization;
        }

        return matrix;
    }

    private static double[] GaussJordanInverse(float[] matrix, int n)
    {
        double[] a = [.. matrix.Select(value => (double)value)];
        for (int k = 0; k < n; k++)
        {
            double inverse = 1 / a[k * n + k];
            a[k * n + k] = 1;
            for (int column = 0; column < n; column++)
            {
                a[k * n + column] *= inverse;
            }

            for (int row = 0; row < n; row++)
            {
                if (row != k)
                {
                    double factor = a[row * n + k];
                    a[row * n + k] = 0;
                    for (int column = 0; column < n; column++)
                    {
                        a[row * n + column] -= factor * a[k * n + column];
                    }
                }
            }
        }

        return a;
    }
}
