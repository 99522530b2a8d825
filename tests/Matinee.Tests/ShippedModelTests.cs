using Matinee.Core.Artifacts;

namespace Matinee.Tests;

/// <summary>models/demo, which lies in the repository: docs/models.md says how it is made.</summary>
public sealed class ShippedModelTests
{
    private const long MostBytes = 8 << 20;

    private static readonly string Folder = Path.Combine(TestData.RepositoryRoot(), "models", "demo");

    [Fact]
    public void Files_AsTheyLieThere_AreWholeSmallAndOfNobody()
    {
        BundleFiles files = BundleFiles.Check(Folder);

        Assert.True(files.Manifest.Dataset.Simulated);
        Assert.True(files.HasHistories);
        Assert.InRange(files.Bytes, 1, MostBytes);
        Assert.Contains(
            "Simulated ratings: no person's data.",
            File.ReadAllText(Path.Combine(Folder, ModelBundle.CardFile)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Catalogue_AsItLiesThere_IsTodaysDemo()
    {
        string[] titles =
        [
            .. File.ReadLines(Path.Combine(TestData.RepositoryRoot(), "src", "Matinee.Data", "Demo", "catalogue.tsv"))
                .Select(line => line.Split('\t'))
                .Where(cells => int.TryParse(cells[0], out _))
                .Select(cells => cells[1]),
        ];

        Assert.Equal(titles.Order(), ModelBundle.ReadCatalog(Folder).Movies.Select(movie => movie.Title).Order());
    }

    [Fact]
    public void Recommend_SomebodyOfIt_GivesMoviesWithStarsAndReasons()
    {
        IReadOnlyList<RecommendedMovie> list = MovieRecommender
            .Load(Folder)
            .Recommend(1, new RecommendOptions { Limit = 10, Explain = true });

        Assert.Equal(10, list.Count);
        Assert.All(list, one => Assert.InRange(one.Rating.Stars, 0.5, 5));
        Assert.Contains(list, one => one.Reasons.Count > 0);
    }
}
