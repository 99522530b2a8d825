using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Core.Tests.Ranking.Controls;

public class FilterIndexTests
{
    // Ids are 1 to 5, ratings 9 4 0 1 2.
    private static readonly MovieCatalog Catalog = SmallCatalog.Of(
        SmallCatalog.Movie(1990, ["Comedy"], new MovieTag("funny", 3)),
        SmallCatalog.Movie(1994, ["Comedy", "Romance"]),
        SmallCatalog.Movie(2001, ["Horror"], new MovieTag("Dark", 1)),
        SmallCatalog.Movie(null, ["Drama"]),
        SmallCatalog.Movie(1999, [])
    );

    private static readonly float[] Counts = [9, 4, 0, 1, 2];

    [Fact]
    public void LeftOut_NoCondition_IsNothing()
    {
        Assert.Equal([1, 2, 3, 4, 5], Kept(new MovieFilter()));
    }

    [Fact]
    public void LeftOut_Genres_KeepsMoviesWithAnyOfThemInAnyCase()
    {
        Assert.Equal([1, 2, 3], Kept(new MovieFilter { Genres = ["comedy", "HORROR"] }));
    }

    [Fact]
    public void LeftOut_ExcludedGenres_AreGone()
    {
        Assert.Equal([1, 4, 5], Kept(new MovieFilter { ExcludedGenres = ["Romance", "horror"] }));
    }

    [Fact]
    public void LeftOut_Years_AreInclusiveAndNeedAYear()
    {
        Assert.Equal([2, 5], Kept(new MovieFilter { YearFrom = 1994, YearTo = 1999 }));
        Assert.Equal([3, 5], Kept(new MovieFilter { YearFrom = 1995 }));
        Assert.Equal([1], Kept(new MovieFilter { YearTo = 1993 }));
    }

    [Fact]
    public void LeftOut_MinRatings_CountsTheTrainingData()
    {
        Assert.Equal([1, 2, 5], Kept(new MovieFilter { MinRatings = 2 }));
    }

    [Fact]
    public void LeftOut_Tags_KeepsMoviesWithAnyOfThemInAnyCase()
    {
        Assert.Equal([1, 3], Kept(new MovieFilter { Tags = ["Funny", "dark"] }));
    }

    [Fact]
    public void LeftOut_ExcludedMovies_AreGoneAndUnknownOnesHarmless()
    {
        Assert.Equal(
            [1, 3, 5],
            Kept(new MovieFilter { ExcludedMovies = [new ItemId(2), new ItemId(4), new ItemId(77)] })
        );
    }

    [Fact]
    public void LeftOut_SeveralConditions_MustAllHold()
    {
        var filter = new MovieFilter
        {
            Genres = ["Comedy"],
            YearFrom = 1991,
            MinRatings = 4,
        };

        Assert.Equal([2], Kept(filter));
    }

    [Theory]
    [InlineData("comdy", "Did you mean 'Comedy'?")]
    [InlineData("Documentary", "It has Comedy, Drama, Horror, Romance.")]
    public void LeftOut_UnknownGenre_NamesTheNearestOrAll(string genre, string hint)
    {
        foreach (
            var filter in new MovieFilter[]
            {
                new() { Genres = ["Drama", genre] },
                new() { ExcludedGenres = [genre] },
            }
        )
        {
            var error = Assert.Throws<MatineeException>(() => Kept(filter));
            Assert.Equal($"No movie of the model's catalogue has the genre '{genre}'. {hint}", error.Message);
        }
    }

    [Fact]
    public void LeftOut_UnknownTag_NamesTheNearest()
    {
        var error = Assert.Throws<MatineeException>(() => Kept(new MovieFilter { Tags = ["funy"] }));

        Assert.Contains("Did you mean 'funny'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_YearsBackwards_SaysSo()
    {
        var error = Assert.Throws<MatineeException>(() => Kept(new MovieFilter { YearFrom = 2000, YearTo = 1990 }));

        Assert.Contains("2000 to 1990", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LeftOut_RandomCatalogs_AreThoseThatFailOneByOne()
    {
        foreach (int count in new[] { 1, 63, 64, 65, 300 })
        {
            MovieCatalog catalog = SmallCatalog.Random(count, seed: count);
            float[] counts = [.. Enumerable.Range(0, count).Select(item => item * 7 % 30f)];
            var index = new FilterIndex(catalog, counts);
            var filter = new MovieFilter
            {
                Genres = [.. catalog.Movies.SelectMany(movie => movie.Genres).Distinct().Take(3)],
                ExcludedGenres = [.. catalog.Movies.SelectMany(movie => movie.Genres).Distinct().Take(1)],
                YearFrom = 1960,
                YearTo = 2005,
                MinRatings = 4,
                ExcludedMovies = [new ItemId(3), new ItemId(count)],
            };

            bool Passes(int item) =>
                catalog.Movies[item] is var movie
                && counts[item] >= 4
                && movie.Year is >= 1960 and <= 2005
                && (filter.Genres.Count == 0 || movie.Genres.Any(filter.Genres.Contains))
                && !movie.Genres.Any(filter.ExcludedGenres.Contains)
                && !filter.ExcludedMovies.Contains(movie.Id);
            Assert.Equal(Enumerable.Range(0, count).Where(item => !Passes(item)), index.LeftOut(filter));
        }
    }

    private static int[] Kept(MovieFilter filter)
    {
        int[] leftOut = new FilterIndex(Catalog, Counts).LeftOut(filter);
        Assert.Equal(leftOut.Order(), leftOut);
        Assert.Equal(filter.IsEmpty, leftOut.Length == 0);
        return [.. Enumerable.Range(0, 5).Except(leftOut).Select(item => Catalog.Movies[item].Id.Value)];
    }
}
