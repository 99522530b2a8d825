using Matinee.Core.Evaluation;
using Matinee.Core.Interactions;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Evaluation;

public class DrawnUsersTests
{
    private static EvaluationTask Task { get; } =
        new(
            "given",
            new RankingTask
            {
                Histories = TinyWorld.Ratings,
                Relevant = TinyWorld.Ratings,
                Catalog = TinyWorld.Catalog,
            },
            TinyWorld.Ratings,
            new UserMap([.. Enumerable.Range(1, TinyWorld.Users)])
        );

    [Fact]
    public void OfDrawnUsers_Three_AsksThreeWithAllTheirRatings()
    {
        EvaluationTask drawn = Task.OfDrawnUsers(3, seed: 42);

        int[] users = RowSample.NotEmpty(drawn.Ranking.Relevant);
        Assert.Equal(3, users.Length);
        Assert.Equal(TinyWorld.Users, drawn.DrawnFrom);
        Assert.Equal(users.Sum(TinyWorld.Ratings.RowLength), drawn.HeldOutCount);
        Assert.All(
            users,
            user =>
            {
                Assert.Equal(TinyWorld.Ratings.RowColumns(user), drawn.Ranking.Relevant.RowColumns(user));
                Assert.Equal(TinyWorld.Ratings.RowColumns(user), drawn.HeldOut.RowColumns(user));
            }
        );
    }

    [Fact]
    public void OfDrawnUsers_OtherSeed_DrawsOthers()
    {
        int[][] draws =
        [
            .. Enumerable.Range(0, 10).Select(seed => RowSample.NotEmpty(Task.OfDrawnUsers(3, seed).Ranking.Relevant)),
        ];

        Assert.Equal(draws[4], RowSample.NotEmpty(Task.OfDrawnUsers(3, 4).Ranking.Relevant));
        Assert.True(draws.Select(users => string.Join(',', users)).Distinct().Count() > 1);
    }

    [Fact]
    public void OfDrawnUsers_AsManyAsThereAre_IsTheTaskItself() =>
        Assert.Same(Task, Task.OfDrawnUsers(TinyWorld.Users, seed: 42));
}
