using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Interactions;

public class InteractionMatrixTests
{
    private static readonly RatingColumns Ratings = new(
        users: [1, 0, 1, 0],
        items: [2, 1, 0, 0],
        values: [5, 4, 3, 2],
        timestamps: [10, 20, 30, 40],
        parts: [SplitPart.Train, SplitPart.Test, SplitPart.Validation, SplitPart.Train]
    );

    [Fact]
    public void FromRatings_UnorderedColumns_SortsEachRowByItem()
    {
        InteractionMatrix matrix = InteractionMatrix.FromRatings(Ratings, 2, 3, _ => true);

        Assert.Equal([0, 2, 4], matrix.RowStarts.ToArray());
        Assert.Equal([0, 1, 0, 2], matrix.Columns.ToArray());
        Assert.Equal([2, 4, 3, 5], matrix.Values.ToArray());
        Assert.Equal([40, 20, 30, 10], matrix.Timestamps.ToArray());
    }

    [Fact]
    public void FromRatings_SomeParts_LeavesTheOthersOut()
    {
        InteractionMatrix matrix = InteractionMatrix.FromRatings(Ratings, 2, 3, part => part != SplitPart.Test);

        Assert.Equal([0], matrix.RowColumns(0).ToArray());
        Assert.Equal([0, 2], matrix.RowColumns(1).ToArray());
    }

    [Fact]
    public void Transpose_Twice_IsTheSameMatrix()
    {
        InteractionMatrix matrix = InteractionMatrix.FromRatings(Ratings, 2, 3, _ => true);
        InteractionMatrix transposed = matrix.Transpose();

        Assert.Equal(3, transposed.RowCount);
        Assert.Equal([0, 1], transposed.RowColumns(0).ToArray());
        Assert.Equal([2, 3], transposed.RowValues(0).ToArray());
        Assert.Equal(matrix.Columns.ToArray(), transposed.Transpose().Columns.ToArray());
        Assert.Equal(matrix.Timestamps.ToArray(), transposed.Transpose().Timestamps.ToArray());
    }

    [Fact]
    public void Where_ByValue_KeepsTheAccepted()
    {
        InteractionMatrix matrix = InteractionMatrix.FromRatings(Ratings, 2, 3, _ => true).Where(rating => rating >= 4);

        Assert.Equal([1], matrix.RowColumns(0).ToArray());
        Assert.Equal([2], matrix.RowColumns(1).ToArray());
    }

    [Fact]
    public void History_OfARow_HasItsLatestTimeAsNow()
    {
        UserHistory history = InteractionMatrix.FromRatings(Ratings, 2, 3, _ => true).History(new UserIndex(1));

        Assert.Equal(new UserIndex(1), history.Row);
        Assert.Equal(30, history.AsOf);
        Assert.True(history.Contains(new ItemIndex(2)));
        Assert.False(history.Contains(new ItemIndex(1)));
    }
}

public class IdMapTests
{
    [Fact]
    public void TryGetIndex_KnownAndUnknownId_ConvertsOrSaysNo()
    {
        var map = new ItemMap([30, 10, 20]);

        Assert.True(map.TryGetIndex(new ItemId(10), out ItemIndex index));
        Assert.Equal(new ItemIndex(1), index);
        Assert.Equal(new ItemId(20), map[new ItemIndex(2)]);
        Assert.False(map.TryGetIndex(new ItemId(1), out _));
    }

    [Fact]
    public void Create_RepeatedId_Throws()
    {
        Assert.Throws<ArgumentException>(() => new UserMap([1, 2, 1]));
    }
}
