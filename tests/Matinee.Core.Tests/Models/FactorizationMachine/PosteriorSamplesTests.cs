using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class PosteriorSamplesTests
{
    private static readonly PosteriorShape s_shape = new()
    {
        Users = 2,
        Movies = 4,
        RatedMovies = 3,
        MovieFeatures = 6,
        Rank = 1,
        Samples = 5,
        Levels = [1, 2, 3],
        DayNumbers = [7, 9],
    };

    [Fact]
    public void Save_ThenLoad_KeepsEverything()
    {
        var posterior = new PosteriorSamples(s_shape);
        int next = 0;
        foreach (SampledRows rows in Rows(posterior))
        {
            rows.Values.AsSpan().Fill((Half)(++next));
        }

        foreach (float[] values in Floats(posterior))
        {
            values.AsSpan().Fill(++next);
        }

        PosteriorSamples loaded = Load(posterior.Save);

        Assert.Equivalent(s_shape, loaded.Shape);
        Assert.Equal([2 * 10, 4 * 10, 3 * 10, 6 * 10, 2 * 10], Rows(loaded).Select(rows => rows.Values.Length));
        Assert.Equal([5, 5, 10, 20, 20, 10], Floats(loaded).Select(values => values.Length));
        Assert.Equal(
            Enumerable.Range(1, 11).Select(value => (double)value),
            Rows(loaded)
                .Select(rows => (double)Assert.Single(rows.Values.Distinct()))
                .Concat(Floats(loaded).Select(values => (double)Assert.Single(values.Distinct())))
        );
    }

    [Theory]
    [InlineData("intercepts", 6)]
    [InlineData("noises", 4)]
    [InlineData("cut_points", 5)]
    [InlineData("user_priors", 10)]
    [InlineData("other_day", 5)]
    [InlineData("movie_id_priors", 10)]
    [InlineData("levels", 4)]
    [InlineData("levels", 0)]
    public void Load_TensorThatDoesNotFit_SaysSo(string name, int length) =>
        AssertRefused(tensors => tensors.Add(name, new float[length]));

    [Theory]
    [InlineData("users", 2, 2, 4)]
    [InlineData("users", 20)]
    [InlineData("movies", 4, 2, 6)]
    [InlineData("movies", 4, 3, 5)]
    [InlineData("movies", 4, 0, 5)]
    [InlineData("movies", 40)]
    [InlineData("rated_movies", 3, 1, 5)]
    [InlineData("days", 3, 2, 5)]
    [InlineData("movie_features", 6, 2, 4)]
    public void Load_RowsThatDoNotFit_SaysSo(string name, params int[] shape) =>
        AssertRefused(tensors =>
            tensors.Add(name, new Half[shape.Aggregate(1, (product, size) => product * size)], shape)
        );

    [Fact]
    public void Load_DaysThatDoNotFit_SaysSo() =>
        AssertRefused(tensors => tensors.Add("day_numbers", new[] { 7, 8, 9 }));

    // Half a gigabyte at two bytes each.
    [Fact]
    public void Of_MoreThanAModelFolderMayHold_KeepsFewerSamples()
    {
        TrainingData data = RichDesign.Data();
        var options = new FactorizationMachineOptions { KeptSamples = 100_000, Rank = 99 };
        DayMap days = DayMap.Of(data.Ratings.Timestamps);

        Design design = DesignBuilder.Build(data, options, days);
        var shape = PosteriorShape.Of(data, design, options, days);

        int features = DesignBuilder.MovieGroups(design).Sum(group => group.Count);
        int rows = RichDesign.Users + (RichDesign.Movies + 2) + RichDesign.Movies + features + days.Count;
        Assert.Equal((512 << 20) / (rows * 100 * 2), shape.Samples);
    }

    private static SampledRows[] Rows(PosteriorSamples posterior) =>
        [posterior.Users, posterior.Movies, posterior.RatedMovies, posterior.MovieFeatures, posterior.Days];

    private static float[][] Floats(PosteriorSamples posterior) =>
        [
            posterior.Intercepts,
            posterior.Noises,
            posterior.CutPoints,
            posterior.UserPriors,
            posterior.MovieIdPriors,
            posterior.OtherDay,
        ];

    private static void AssertRefused(Action<SafetensorsWriter> spoil)
    {
        var error = Assert.Throws<MatineeException>(() =>
            Load(tensors =>
            {
                new PosteriorSamples(s_shape).Save(tensors);
                // Of two tensors of one name the last is read.
                spoil(tensors);
            })
        );

        Assert.Contains("Train the model again", error.Message, StringComparison.Ordinal);
    }

    private static PosteriorSamples Load(Action<SafetensorsWriter> save)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "x.safetensors");
        var writer = new SafetensorsWriter();
        save(writer);
        using (FileStream stream = File.Create(path))
        {
            writer.Write(stream);
        }

        using var reader = new SafetensorsReader(path);
        return PosteriorSamples.Load(reader);
    }
}
