using Matinee.Core.Catalog;
using Matinee.Imports.Tests.Matching.Disguises;

namespace Matinee.Imports.Tests.Matching;

public class DisguisedFilmsTests
{
    private const int Seed = 1;

    private readonly ITestOutputHelper output = TestContext.Current.TestOutputHelper!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Match_DemoFilms_KnowsThem(int disguises) => KnowsThem(RealTitles.Demo(), disguises);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Match_MovieLensFilms_KnowsThem(int disguises) => KnowsThem(MovieLens(), disguises);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Match_DemoFilmsThatAreNotThere_TakesThemForNoOthers(int disguises) =>
        TakesThemForNoOthers(RealTitles.Demo(), disguises);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Match_MovieLensFilmsThatAreNotThere_TakesThemForNoOthers(int disguises) =>
        TakesThemForNoOthers(MovieLens(), disguises);

    [Fact]
    public void Match_MovieLensFilmsWithoutAYear_AsksWhereSeveralHaveTheTitle()
    {
        var trial = new DisguiseTrial(MovieLens(), Seed);

        TrialCounts counts = trial.Run(Disguise.NoYear);

        Tell(trial, counts);
        Assert.True(counts.Share(counts.Right) >= 0.9, $"{counts}");
        Assert.Equal((0, 0), (counts.Wrong, counts.Unknown));
    }

    private static MovieCatalog MovieLens() => RealTitles.MovieLens(Path.Combine(TestData.Folder, "ml-latest-small"));

    private void KnowsThem(MovieCatalog catalog, int disguises)
    {
        var trial = new DisguiseTrial(catalog, Seed);

        TrialCounts counts = trial.Run(disguises);

        Tell(trial, counts);
        Assert.True(counts.Films > catalog.Count / 4, $"{counts}");
        Assert.True(counts.Share(counts.Right) >= 0.97, $"{counts}");
        Assert.True(counts.Share(counts.Wrong) <= 0.005, $"{counts}");
    }

    private void TakesThemForNoOthers(MovieCatalog catalog, int disguises)
    {
        var trial = new DisguiseTrial(catalog, Seed);

        TrialCounts counts = trial.HeldOut(disguises, year: true);

        Tell(trial, counts);
        Assert.Equal(0, counts.Right);
        Assert.True(counts.Share(counts.Wrong) <= 0.005, $"{counts}");
    }

    private void Tell(DisguiseTrial trial, TrialCounts counts)
    {
        output.WriteLine($"{counts} {counts.Share(counts.Right):P2} right, {counts.Share(counts.Wrong):P3} wrong");
        trial.Misses.ForEach(output.WriteLine);
    }
}
