using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Ranking;

public class RecommenderTests
{
    private static readonly Recommender Recommender = new(
        EaseTrainer.Train(TinyWorld.Ratings, new EaseOptions { Regularization = 1 }, new TrainingContext()),
        PopularityModel.Train(TinyWorld.Ratings),
        BiasModel.Train(TinyWorld.Ratings, new BiasOptions()),
        TinyWorld.Catalog
    );

    [Fact]
    public void Recommend_SomeComedies_ReturnsTheOtherComediesFirst()
    {
        Recommendation[] list = Recommender.Recommend(
            TinyWorld.History(0, 1, 2),
            new RecommendationRequest { Count = 2 }
        );

        Assert.Equal([3, 4], list.Select(recommendation => recommendation.Item.Value).Order());
        Assert.All(list, recommendation => Assert.InRange(recommendation.Rating.Mean, 0.5f, 5f));
    }

    [Fact]
    public void Recommend_Default_LeavesRatedMoviesOut()
    {
        Recommendation[] list = Recommender.Recommend(
            TinyWorld.History(0, 1, 2),
            new RecommendationRequest { Count = 100 }
        );

        Assert.Equal(Enumerable.Range(3, 7), list.Select(recommendation => recommendation.Item.Value).Order());
    }

    [Fact]
    public void Recommend_IncludeSeen_MayReturnThem()
    {
        Recommendation[] list = Recommender.Recommend(
            TinyWorld.History(0, 1, 2),
            new RecommendationRequest { Count = 100, IncludeSeen = true }
        );

        Assert.Equal(TinyWorld.Items, list.Length);
    }

    [Fact]
    public void Recommend_NoHistory_IsPopularity()
    {
        Recommendation[] list = Recommender.Recommend(UserHistory.Empty, new RecommendationRequest { Count = 3 });

        Assert.Equal([0, 1, 2], list.Select(recommendation => recommendation.Item.Value));
        Assert.Equal(5, list[0].Score);
    }

    [Fact]
    public void Recommend_Filter_ListsOnlyWhatPassesEvenIfThatIsLess()
    {
        Recommendation[] list = Recommender.Recommend(
            TinyWorld.History(0, 1, 2),
            new RecommendationRequest
            {
                Controls = new RankingControls
                {
                    Filter = new MovieFilter { Genres = ["War"], YearTo = 2006 },
                },
            }
        );

        Assert.Equal([5, 6], list.Select(recommendation => recommendation.Item.Value).Order());
    }

    [Fact]
    public void Recommend_ControlOutOfRange_Throws()
    {
        Assert.Throws<MatineeException>(() =>
            Recommender.Recommend(
                TinyWorld.History(0),
                new RecommendationRequest { Controls = new RankingControls { Diversity = 2 } }
            )
        );
    }
}
