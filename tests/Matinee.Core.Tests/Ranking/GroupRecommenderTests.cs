using Matinee.Core.Interactions;
using Matinee.Core.Models.Bias;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class GroupRecommenderTests
{
    // Whoever rated movie 0 scores 2, 3, 4, 5 with 8, 6, 4, 0; whoever rated movie 1 with 0, 300, 100, 400.
    private static readonly float[,] Weights = new float[6, 6];
    private static readonly UserHistory First = TinyWorld.History(0);
    private static readonly UserHistory Second = TinyWorld.History(1);
    private static readonly GroupRecommender Group = Create();

    [Fact]
    public void Recommend_Average_IsTheMeanOfWhatItIsToEach()
    {
        GroupRecommendation[] list = Recommend(GroupAggregation.Average);

        // Stretched: 1, 0.75, 0.5, 0 and 0, 0.75, 0.25, 1.
        Assert.Equal([3, 2, 5, 4], Items(list));
        Assert.Equal([0.75f, 0.5f, 0.5f, 0.375f], list.Select(movie => movie.Score), Near);
        Assert.Equal([1f, 0], list[1].People.Select(person => person.Relevance));
        Assert.Equal([0f, 1], list[2].People.Select(person => person.Relevance));
    }

    [Fact]
    public void Recommend_LeastMisery_IsWhatItIsToWhoWantsItLeast()
    {
        GroupRecommendation[] list = Recommend(GroupAggregation.LeastMisery);

        Assert.Equal([3, 4, 2, 5], Items(list));
        Assert.Equal([0.75f, 0.25f, 0, 0], list.Select(movie => movie.Score), Near);
        Assert.All(list, movie => Assert.Equal(movie.People.Min(person => person.Relevance), movie.Score));
    }

    [Fact]
    public void Recommend_Default_ListsNothingThatOneHasSeen()
    {
        UserHistory third = TinyWorld.History(3);

        GroupRecommendation[] list = Group.Recommend(
            [First, Second, third],
            new RecommendationRequest(),
            GroupAggregation.Average
        );

        Assert.Equal([2, 4, 5], Items(list).Order());
        Assert.All(list, movie => Assert.Equal(3, movie.People.Count));
    }

    [Fact]
    public void Recommend_FilterAndOffset_StretchAmongWhatMayBeListed()
    {
        var request = new RecommendationRequest
        {
            Offset = 1,
            Excluded = new[] { 5 },
            Controls = new RankingControls { Filter = new MovieFilter { MinRatings = 1 } },
        };

        GroupRecommendation[] list = Group.Recommend([First, Second], request, GroupAggregation.Average);

        // Of 2, 3, 4: 1, 0.5, 0 and 0, 1, 1/3. Movie 3 is first, then 2, then 4.
        Assert.Equal([2, 4], Items(list));
        Assert.Equal([0.5f, 1 / 6f], list.Select(movie => movie.Score), Near);
    }

    [Fact]
    public void Recommend_OnePerson_IsThePersonsOwnOrder()
    {
        Assert.Equal([2, 3, 4, 1, 5], Items(Group.Recommend([First], new(), GroupAggregation.LeastMisery)));
    }

    [Fact]
    public void Recommend_Nobody_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Group.Recommend([], new(), GroupAggregation.Average));
    }

    private static GroupRecommendation[] Recommend(GroupAggregation aggregation) =>
        Group.Recommend([First, Second], new RecommendationRequest(), aggregation);

    private static IEnumerable<int> Items(GroupRecommendation[] list) => list.Select(movie => movie.Item.Value);

    private static bool Near(float a, float b) => Math.Abs(a - b) < 1e-6;

    // Popularity is the same for all, so that it moves no order, however short the histories.
    private static GroupRecommender Create()
    {
        (int, int, float)[] weights = [(0, 2, 8), (0, 3, 6), (0, 4, 4), (1, 3, 300), (1, 4, 100), (1, 5, 400)];
        foreach ((int rated, int item, float weight) in weights)
        {
            Weights[rated, item] = weight;
        }

        return new GroupRecommender(
            new Recommender(
                new FixedExplainer(Weights),
                SmallCatalog.Popularity(1, 1, 1, 1, 1, 1),
                BiasModel.Train(new InteractionMatrix([0], [], [], [], columnCount: 6), new BiasOptions()),
                SmallCatalog.Random(6, seed: 2)
            )
        );
    }
}
