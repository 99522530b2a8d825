using Matinee.Core;
using Matinee.Core.Artifacts;

namespace Matinee.Tests;

/// <summary>Model folders that were retrained: several versions, one of which is current.</summary>
public sealed class ModelHistoryTests(ServedBundles bundles) : IDisposable
{
    private readonly ModelPlace place = new(bundles);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Load_SwitchedFolder_IsTheCurrentVersion()
    {
        place.Add();
        MovieRecommender first = MovieRecommender.Load(place.Path);

        place.Switch(seed: 5);
        MovieRecommender second = MovieRecommender.Load(place.Path);

        Assert.Equal(("ease", "als"), (first.Model.Model, second.Model.Model));
        Assert.Equal(5, second.Model.Seed);
        Assert.Equal(10, second.Recommend(7).Count);
    }

    [Fact]
    public void Recommend_FolderSwitchedSince_GoesOnAsLoaded()
    {
        MovieRecommender recommender = MovieRecommender.Load(place.Path);
        int[] before = Ids(recommender);

        place.Switch();

        Assert.Equal("ease", recommender.Model.Model);
        Assert.Equal(before, Ids(recommender));
        Assert.NotEqual(before, Ids(MovieRecommender.Load(place.Path)));
    }

    [Fact]
    public void Load_FolderOfAVersion_IsThatVersion()
    {
        ModelVersion version = place.Add();

        Assert.Equal("als", MovieRecommender.Load(version.Folder).Model.Model);
    }

    [Fact]
    public void Load_CurrentVersionGone_SaysWhichAndWhatToDo()
    {
        ModelVersion version = place.Switch();
        Directory.Delete(version.Folder, recursive: true);

        var exception = Assert.Throws<MatineeException>(() => MovieRecommender.Load(place.Path));

        Assert.Contains(
            $"names version '{version.Name}', which is not there",
            exception.Message,
            StringComparison.Ordinal
        );
    }

    private static int[] Ids(MovieRecommender recommender) =>
        [.. recommender.Recommend(7).Select(one => one.Movie.Id.Value)];
}
