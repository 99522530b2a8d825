using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class FactorizationMachinePlacementTests : ContentModelContract
{
    private static readonly FactorizationMachineOptions Options = RichDesign.Options;

    private static readonly FactorizationMachineModel Trained = FactorizationMachineTrainer.Train(
        TinyWorld.Data,
        Options,
        new TrainingContext()
    );

    private protected override ModelKind Kind => FactorizationMachineModel.ModelKind;
    private protected override IContentModel Model => Trained;
    private protected override IContentModel Older => WithoutMovieSide(Trained);

    [Fact]
    public void Place_FeaturesByHand_IsTheirSumWithTheInteractions()
    {
        // Features are bins 400 and 401 of years, Comedy, Drama and War; a movie's own parameters are 0, or nearly so.
        var posterior = new PosteriorSamples(
            new PosteriorShape
            {
                Users = 1,
                Movies = 10,
                RatedMovies = 0,
                MovieFeatures = 5,
                Rank = 1,
                Samples = 2,
                Levels = [1, 2],
                DayNumbers = [],
            }
        );
        posterior.MovieIdPriors.AsSpan(4).Fill(1e12f);
        // Per feature: weight in either sample, then factor in either sample.
        Half[] parameters =
        [
            .. new[] { 1, 2, 0.5, 1, 0, 0, 0, 0, 4, 8, 1, 2, -1, -2, 3, 0, 2, 2, -1, 1 }.Select(value => (Half)value),
        ];
        parameters.CopyTo(posterior.MovieFeatures.Values.AsSpan());
        var options = new FactorizationMachineOptions { UseTags = false };
        var movie = new Movie
        {
            Id = new ItemId(7),
            Title = "It",
            Year = 2003,
            Genres = ["War", "Drama", "Unheard of"],
        };

        SampledRows rows = new MoviePlacement(posterior, options, TinyWorld.Catalog).Place([movie]);

        // The movie has the first and, at 1/√2 each, the last two.
        double half = 1 / Math.Sqrt(2);
        double[] factors = [0.5 + half * (3 - 1), 1 + half * (0 + 1)];
        double[] squares = [0.25 + (9 + 1) / 2.0, 1 + (0 + 1) / 2.0];
        double[] weights = [1 + half * (-1 + 2), 2 + half * (-2 + 2)];
        double[] expected =
        [
            weights[0] + (factors[0] * factors[0] - squares[0]) / 2,
            weights[1] + (factors[1] * factors[1] - squares[1]) / 2,
            .. factors,
        ];
        Assert.Equal(expected, rows.Values.Select(value => (double)value), (a, b) => Math.Abs(a - b) < 2e-3);
    }

    // As a bundle was before the movies' side was kept.
    private static FactorizationMachineModel WithoutMovieSide(FactorizationMachineModel model)
    {
        using var folder = new TemporaryFolder();
        var writer = new ComponentWriter();
        model.Save(writer);
        writer.Write(folder.Path);
        using var reader = new ComponentReader(folder.Path);
        var older = new ComponentWriter();
        older.SetOptions(model.Options, ModelJson.Default.FactorizationMachineOptions);
        foreach (string name in (string[])["users", "movies", "rated_movies", "days"])
        {
            older.Tensors.Add(name, reader.Tensors.Halfs(name), reader.Tensors.Shape(name));
        }

        foreach (string name in (string[])["intercepts", "noises", "cut_points", "user_priors", "other_day", "levels"])
        {
            older.Tensors.Add(name, reader.Tensors.Floats(name), reader.Tensors.Shape(name));
        }

        older.Tensors.Add("day_numbers", reader.Tensors.Ints("day_numbers"));
        using var another = new TemporaryFolder();
        older.Write(another.Path);
        using var olderReader = new ComponentReader(another.Path);
        return (FactorizationMachineModel)FactorizationMachineModel.ModelKind.Load(olderReader);
    }
}
