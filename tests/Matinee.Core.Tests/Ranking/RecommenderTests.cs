using Matinee.Core.Catalog;
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

    [Theory]
    [InlineData(SeenChoice.Unseen, new[] { 4, 5, 6, 7, 8, 9 })]
    [InlineData(SeenChoice.Seen, new[] { 0, 1, 2, 3 })]
    [InlineData(SeenChoice.Any, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 })]
    public void Recommend_SeenChoice_CountsWatchedMoviesAsSeen(SeenChoice seen, int[] expected)
    {
        Assert.Equal(
            expected,
            Items(
                    new RecommendationRequest
                    {
                        Count = 100,
                        Seen = seen,
                        AlsoSeen = new[] { 3, 77 },
                    }
                )
                .Order()
        );
    }

    [Fact]
    public void Recommend_ExcludedAndOnly_LeaveWhatIsInOneAndNotInTheOther()
    {
        var request = new RecommendationRequest { Only = new[] { 9, 2, 6, 6, 4, -1, 500 }, Excluded = new[] { 6, 1 } };

        Assert.Equal([4, 9], Items(request).Order());
        Assert.Equal([2, 4, 9], Items(request with { Seen = SeenChoice.Any }).Order());
        Assert.Empty(Items(request with { Only = Array.Empty<int>() }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Recommend_Offset_IsALongerListsLaterPart(double diversity)
    {
        var request = new RecommendationRequest
        {
            Count = 7,
            Controls = new RankingControls { Diversity = diversity },
        };
        int[] whole = Items(request);

        Assert.Equal(whole[3..5], Items(request with { Count = 2, Offset = 3 }));
        Assert.Equal(whole[5..], Items(request with { Count = 20, Offset = 5 }));
        Assert.Empty(Items(request with { Offset = int.MaxValue }));
    }

    [Theory]
    [InlineData(UnratedChoice.None, new[] { 1, 0 })]
    [InlineData(UnratedChoice.Added, new[] { 4, 3, 1, 0 })]
    [InlineData(UnratedChoice.All, new[] { 4, 3, 2, 1, 0 })]
    public void Recommend_UnratedChoice_SaysWhichMoviesWithoutRatingsMayBeListed(UnratedChoice unrated, int[] expected)
    {
        // Two rated movies, one known from the start without ratings, and two that came later; by score, the last is first.
        MovieCatalog all = SmallCatalog.Random(5, seed: 3);
        MovieCatalog catalog = new MovieCatalog([.. all.Movies.Take(3)], 2).With([.. all.Movies.Skip(3)]);
        PopularityModel popularity = SmallCatalog.Popularity(0, 1, 2, 3, 4);
        BiasModel ratings = BiasModel.Train(new InteractionMatrix([0], [], [], [], columnCount: 5), new BiasOptions());
        var recommender = new Recommender(popularity, popularity, ratings, catalog);

        Recommendation[] list = recommender.Recommend(
            UserHistory.Empty,
            new RecommendationRequest { Unrated = unrated }
        );

        Assert.Equal(expected, list.Select(recommendation => recommendation.Item.Value));
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

    private static int[] Items(RecommendationRequest request) =>
        [.. Recommender.Recommend(TinyWorld.History(0, 1, 2), request).Select(movie => movie.Item.Value)];
}
