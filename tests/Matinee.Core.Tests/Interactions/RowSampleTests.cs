using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Interactions;

public class RowSampleTests
{
    // Every third row is empty; row r has the entries (r, 0) and (r, 1).
    private static InteractionMatrix Matrix(int rows)
    {
        int[] full = [.. Enumerable.Range(0, rows).Where(row => row % 3 != 0)];
        int[] users = [.. full.SelectMany(row => new[] { row, row })];
        return InteractionMatrix.FromRatings(
            new RatingColumns(
                users,
                [.. users.Select((_, n) => n % 2)],
                [.. users.Select((_, n) => (float)n)],
                [.. users.Select((_, n) => (long)n)],
                new SplitPart[users.Length]
            ),
            rows,
            2,
            _ => true
        );
    }

    [Fact]
    public void Of_NoMoreRowsThanThat_IsTheMatrixItself()
    {
        InteractionMatrix matrix = Matrix(30);

        Assert.Equal(20, RowSample.Count(matrix));
        Assert.Same(matrix, RowSample.Of(matrix, 20));
    }

    [Fact]
    public void Of_MoreRows_KeepsSoManyWholeOnes()
    {
        InteractionMatrix matrix = Matrix(300);

        InteractionMatrix sample = RowSample.Of(matrix, 40);

        Assert.Equal((300, 40, 80), (sample.RowCount, RowSample.Count(sample), sample.EntryCount));
        int[] kept = [.. Enumerable.Range(0, 300).Where(row => sample.RowLength(row) > 0)];
        Assert.All(kept, row => Assert.Equal(matrix.RowValues(row).ToArray(), sample.RowValues(row).ToArray()));
        // Of the whole range, not its beginning.
        Assert.InRange(kept.Average(), 110, 190);
    }

    [Fact]
    public void Of_AskedAgain_KeepsTheSame() =>
        Assert.Equal(
            RowSample.Of(Matrix(300), 40).RowStarts.ToArray(),
            RowSample.Of(Matrix(300), 40).RowStarts.ToArray()
        );
}
