using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Evaluation;

public class LongTailTests
{
    // Ratings per movie: 1, 3, 0, 1. By popularity: 1, 0, 3, 2.
    private static readonly InteractionMatrix Histories = new(
        [0, 2, 4, 5],
        [0, 1, 1, 3, 1],
        new float[5],
        new long[5],
        4
    );

    [Fact]
    public void Ratings_FiveOverFourMovies_AccumulateFromTheMostRated()
    {
        Assert.Equal([0.6, 0.8, 1, 1], new LongTail(Histories).Ratings.ToArray());
    }

    [Fact]
    public void Recommendations_TopTwo_CountsNoPlaceBeyond()
    {
        // Places counted: 1, 2 and 3, 1; the third ones are not.
        RankingResult result = RankingCurvesTests.Result(
            [0, 1],
            [
                [1, 2, 0],
                [3, 1, 0],
            ],
            cutoff: 3
        );

        Assert.Equal([0.5, 0.5, 0.75, 1], new LongTail(Histories).Recommendations(result, 2));
    }

    [Fact]
    public void Recommendations_NoLists_AreNone()
    {
        RankingResult result = RankingCurvesTests.Result([], [], cutoff: 3);

        Assert.Equal([0, 0, 0, 0], new LongTail(Histories).Recommendations(result, 2));
    }
}
