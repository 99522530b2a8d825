using Matinee.Core;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Similar;

namespace Matinee.Tests;

public sealed class AnswerTests(LoadedModels models) : IClassFixture<LoadedModels>
{
    private readonly MovieRecommender recommender = models.Ease;

    [Fact]
    public void SimilarTo_AnyWay_LeavesTheMovieOutAndPages()
    {
        foreach (SimilarityMode by in Enum.GetValues<SimilarityMode>())
        {
            IReadOnlyList<SimilarMovie> list = recommender.SimilarTo(1, new SimilarOptions { By = by, Limit = 6 });

            Assert.Equal(6, list.Count);
            Assert.DoesNotContain(list, one => one.Movie.Id.Value == 1);
            Assert.Equal(list.Select(one => one.Score).OrderDescending(), list.Select(one => one.Score));
            Assert.Equal(
                list.Skip(4).Select(one => one.Movie.Id),
                recommender
                    .SimilarTo(
                        1,
                        new SimilarOptions
                        {
                            By = by,
                            Limit = 2,
                            Offset = 4,
                        }
                    )
                    .Select(one => one.Movie.Id)
            );
        }
    }

    [Fact]
    public void SimilarTo_Only_HoldsNoOther()
    {
        int second = recommender.SimilarTo(1)[1].Movie.Id.Value;

        SimilarMovie found = Assert.Single(recommender.SimilarTo(1, new SimilarOptions { Only = [second] }));

        Assert.Equal(second, found.Movie.Id.Value);
    }

    [Fact]
    public void Predict_User_IsTheListsPrediction()
    {
        RecommendedMovie first = recommender.Recommend(7)[0];

        Assert.Equal(first.Rating.Stars, recommender.Predict(7, first.Movie.Id.Value)!.Stars);
        Assert.Equal(
            first.Rating.Stars,
            recommender.Predict(recommender.RatingsOf(7), first.Movie.Id.Value)!.Stars,
            0.001
        );
    }

    [Fact]
    public void Predict_FactorizationMachine_KnowsEveryLevel()
    {
        PredictedRating rating = models["fm"].Predict(7, 1)!;

        Assert.Equal(10, rating.Levels.Count);
        Assert.Equal(1, rating.Levels.Sum(level => level.Probability), 0.001);
        Assert.Equal(rating.Stars, rating.Levels.Sum(level => level.Stars * level.Probability), 0.01);
        Assert.InRange(rating.Confidence!.Value, 0, 1);
    }

    [Fact]
    public void Explain_RatingTakenAway_IsNamedNoMore()
    {
        int movie = recommender.Recommend(7)[0].Movie.Id.Value;
        Movie reason = recommender.Explain(7, movie).First(one => one.RatedMovie is not null).RatedMovie!;
        MovieRating[] others = [.. recommender.RatingsOf(7).Where(rating => rating.Movie != reason.Id.Value)];

        IReadOnlyList<RecommendationReason> without = recommender.Explain(others, movie);

        Assert.NotEmpty(without);
        Assert.DoesNotContain(without, one => one.RatedMovie == reason);
    }

    [Fact]
    public void UnknownMovie_AnyQuestion_SaysHowToFindOne()
    {
        Action[] questions =
        [
            () => recommender.SimilarTo(MovieReference.Imdb("tt9999999")),
            () => recommender.Predict(7, 99_999_999),
            () => recommender.Explain(7, MovieReference.Tmdb(999_999)),
        ];

        Assert.All(
            questions,
            question =>
                Assert.Contains(
                    "FindByTitle",
                    Assert.Throws<MatineeException>(question).Message,
                    StringComparison.Ordinal
                )
        );
        Assert.Null(recommender.Find(99_999_999));
    }

    [Fact]
    public void Explain_MovieOutsideTheModel_HasNoReasons()
    {
        Movie unrated = recommender.Movies[^1];

        Assert.Empty(recommender.Explain(7, unrated.Id.Value));
        Assert.Null(recommender.Predict(7, unrated.Id.Value));
    }

    [Fact]
    public void RatingsOf_User_AreThoseOfTheData()
    {
        models.Bundle.Histories!.TryGet(new UserId(7), out UserHistory? history);

        IReadOnlyList<MovieRating> ratings = recommender.RatingsOf(7);

        Assert.Equal(history!.Ratings.ToArray().Select(stars => (double)stars), ratings.Select(rating => rating.Stars));
        Assert.Equal(history.Timestamps.ToArray(), ratings.Select(rating => rating.RatedAt!.Value.ToUnixTimeSeconds()));
    }
}
