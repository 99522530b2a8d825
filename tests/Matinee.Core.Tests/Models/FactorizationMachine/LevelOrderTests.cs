using System.Runtime.Intrinsics;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class LevelOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(30_000)]
    public void For_AnyLevels_VisitsEveryRatingOnceInItsLevel(int count)
    {
        byte[] levelOf = [.. Enumerable.Range(0, count).Select(n => (byte)(n * n % 3))];
        var order = new LevelOrder(levelOf);
        var visits = new int[count];

        order.For(
            new ParallelOptions { MaxDegreeOfParallelism = 1 },
            (_, piece) =>
            {
                for (int n = piece.First; n < piece.End; n++)
                {
                    int rating = order.Four(n - n % 4)[n % 4];
                    Assert.Equal(piece.Level, levelOf[rating]);
                    visits[rating]++;
                }
            }
        );

        Assert.All(visits, visited => Assert.Equal(1, visited));
    }

    [Fact]
    public void Four_PastAPiecesEnd_RepeatsItsLastRating() =>
        Assert.Equal([0, 2, 4, 4], new LevelOrder([0, 1, 0, 1, 0]).Four(0).ToArray());

    [Fact]
    public void Counted_PastAPiecesEnd_IsZero()
    {
        var piece = new LevelOrder.Piece(0, 4, 10);
        Vector256<double> values = Vector256.Create(double.NaN, 2, double.PositiveInfinity, 5).WithElement(0, 1);

        Assert.Equal(values, piece.Counted(4, values));
        Assert.Equal(Vector256.Create(1.0, 2, 0, 0), piece.Counted(8, values));
    }
}
