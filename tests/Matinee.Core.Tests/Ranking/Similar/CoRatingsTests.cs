using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Similar;

namespace Matinee.Core.Tests.Ranking.Similar;

public class CoRatingsTests
{
    [Fact]
    public void Compare_ThreeMovies_IsTheDampedCosine()
    {
        // Raters: movie 0 {u0, u1, u2, u3}, movie 1 {u0, u1}, movie 2 {u3}.
        var matrix = new InteractionMatrix([0, 2, 4, 5, 7], [0, 1, 0, 1, 0, 0, 2], new float[7], new long[7], 3);
        var likeness = new float[3];

        new CoRatings(matrix).Compare(0, likeness);

        Assert.Equal(2 / Math.Sqrt(8) * 2 / 12, likeness[1], 1e-6);
        Assert.Equal(1 / Math.Sqrt(4) * 1 / 11, likeness[2], 1e-6);

        new CoRatings(matrix).Compare(2, likeness);
        Assert.Equal(1 / Math.Sqrt(4) * 1 / 11, likeness[0], 1e-6);
        Assert.Equal(0, likeness[1]);
    }
}
