using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Numerics;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FactorizationMachineFeaturesTests
{
    private const long Day = 86_400;
    private const int Users = 60;
    private const int Rated = 60;

    // Even movies are of one sort and get a star more than the rest, and nobody rated the last two.
    [Theory]
    [InlineData("genre", RatingLikelihood.Gaussian)]
    [InlineData("genre", RatingLikelihood.Probit)]
    [InlineData("year", RatingLikelihood.Probit)]
    [InlineData("tag", RatingLikelihood.Probit)]
    public void Predict_MovieThatNobodyRated_FollowsItsSort(string told, RatingLikelihood likelihood)
    {
        var data = new TrainingData(Ratings((movie, _) => movie % 2 == 0 ? 1 : 0), Catalog(told));
        FactorizationMachineOptions options = s_options with { Likelihood = likelihood };

        double heard = Difference(data, options);
        double unheard = Difference(data, options with { UseGenres = false, UseYear = false, UseTags = false });

        Assert.Equal(1, heard, 0.25);
        Assert.Equal(0, unheard, 0.25);
    }

    // Of the last two movies the catalogue knows nothing while the model is trained.
    [Theory]
    [InlineData("genre", RatingLikelihood.Gaussian)]
    [InlineData("year", RatingLikelihood.Probit)]
    [InlineData("tag", RatingLikelihood.Probit)]
    public void WithMovies_MovieThatCameLater_IsAsIfItHadBeenKnownWithoutRatings(
        string told,
        RatingLikelihood likelihood
    )
    {
        MovieCatalog whole = Catalog(told);
        InteractionMatrix ratings = Ratings((movie, _) => movie % 2 == 0 ? 1 : 0);
        FactorizationMachineOptions options = s_options with { Likelihood = likelihood };
        var known = FactorizationMachineTrainer.Train(new TrainingData(ratings, whole), options, new TrainingContext());
        var before = new MovieCatalog([.. whole.Movies.Take(Rated)], Rated);
        IContentModel later = FactorizationMachineTrainer
            .Train(new TrainingData(ratings, before), options, new TrainingContext())
            .WithMovies(before.With([.. whole.Movies.Skip(Rated)]), encode: null);

        RatingPrediction[] expected = Last(known);
        RatingPrediction[] actual = Last((IRatingPredictor)later);

        Assert.Equal(1, actual[0].Mean - actual[1].Mean, 0.25);
        for (int n = 0; n < 2; n++)
        {
            Assert.Equal(expected[n].Mean, actual[n].Mean, 0.1);
            Assert.Equal(expected[n].StandardDeviation!.Value, actual[n].StandardDeviation!.Value, 0.1);
        }

        static RatingPrediction[] Last(IRatingPredictor model)
        {
            var predictions = new RatingPrediction[2];
            model.Predict(UserHistory.Empty, [Rated, Rated + 1], predictions);
            return predictions;
        }
    }

    // Everybody is in a better mood on day 3.
    [Fact]
    public void PredictDistributions_KnownDay_FollowsItsMood()
    {
        FactorizationMachineModel model = FactorizationMachineTrainer.Train(
            new TrainingData(Ratings((_, day) => day == 3 ? 1 : 0), Catalog("genre")),
            s_options,
            new TrainingContext()
        );

        Assert.Equal(1, On(3) - On(5), 0.25);
        Assert.Equal(0, On(6) - On(5), 0.25);

        double On(int day)
        {
            var prediction = new RatingPrediction[1];
            model.PredictDistributions(
                [UserHistory.Empty],
                [1],
                [0],
                [day * Day],
                prediction,
                new float[model.Levels.Count]
            );
            return prediction[0].Mean;
        }
    }

    private static readonly FactorizationMachineOptions s_options = new()
    {
        Rank = 1,
        Sweeps = 300,
        BurnIn = 0.3,
        Chains = 1,
        KeptSamples = 200,
        UseRatedMovies = false,
        UseRatingUsers = false,
    };

    private static double Difference(TrainingData data, FactorizationMachineOptions options)
    {
        FactorizationMachineModel model = FactorizationMachineTrainer.Train(data, options, new TrainingContext());
        var predictions = new RatingPrediction[2];
        model.Predict(UserHistory.Empty, [Rated, Rated + 1], predictions);
        return predictions[0].Mean - predictions[1].Mean;
    }

    private static InteractionMatrix Ratings(Func<int, int, double> effect)
    {
        var random = new CounterRandom(81, 1);
        (int User, int Movie)[] pairs =
        [
            .. Enumerable
                .Range(0, Users * Rated)
                .Where(pair => random.Uniform(pair) < 0.5)
                .Select(pair => (pair / Rated, pair % Rated)),
        ];
        int[] days = [.. pairs.Select((_, n) => random.Below(8, 10_000 + n))];
        var columns = new RatingColumns(
            [.. pairs.Select(pair => pair.User)],
            [.. pairs.Select(pair => pair.Movie)],
            [
                .. pairs.Select(
                    (pair, n) =>
                        (float)
                            Math.Clamp(
                                Math.Round(2.5 + effect(pair.Movie, days[n]) + 0.5 * random.Normal(20_000 + n)),
                                1,
                                5
                            )
                ),
            ],
            [.. days.Select(day => day * Day)],
            new SplitPart[pairs.Length]
        );
        return InteractionMatrix.FromRatings(columns, Users, Rated, _ => true);
    }

    private static MovieCatalog Catalog(string told) =>
        new(
            SmallCatalog
                .Of([.. Enumerable.Range(0, Rated + 2).Select(movie => Movie(told, isEven: movie % 2 == 0))])
                .Movies,
            Rated
        );

    private static Movie Movie(string told, bool isEven) =>
        told switch
        {
            "genre" => SmallCatalog.Movie(null, [isEven ? "Comedy" : "War"]),
            "year" => SmallCatalog.Movie(isEven ? 1953 : 2001, []),
            _ => SmallCatalog.Movie(null, [], new MovieTag(isEven ? "classic" : "dark", 1)),
        };
}
