using Matinee.Api.Store;
using Matinee.Api.Store.Export;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Tests.Store.Export;

public class MergedRatingsTests
{
    // Item indices are not in the order of ids.
    private static readonly ItemMap Items = new([30, 10, 20]);

    [Fact]
    public void Of_BothThere_StoreWinsPerMovieAndRemovedOnesAreGone()
    {
        UserHistory history = new(new[] { 0, 1, 2 }, new[] { 3f, 1f, 2f }, new[] { 103L, 101L, 102L });
        UserRecord stored = new()
        {
            Id = 7,
            Ratings = [new(10, 5f, 200), new(20, null, 201), new(25, 4f, 202), new(40, null, 203)],
        };

        Assert.Equal([new(10, 5f, 200), new(25, 4f, 202), new(30, 3f, 103)], MergedRatings.Of(history, Items, stored));
        Assert.Equal([new(10, 1f, 101), new(20, 2f, 102), new(30, 3f, 103)], MergedRatings.Of(history, Items, null));
        Assert.Equal([new(10, 5f, 200), new(25, 4f, 202)], MergedRatings.Of(null, Items, stored));
    }

    [Fact]
    public void Of_ErasedUser_IsEmpty()
    {
        UserHistory history = new(new[] { 0 }, new[] { 3f }, new[] { 103L });

        Assert.Empty(MergedRatings.Of(history, Items, new UserRecord { Id = 7, IsErased = true }));
    }

    [Fact]
    public void MergedMovies_MovieThatTheCatalogueHasMeanwhile_IsTheCatalogues()
    {
        MovieCatalog catalog = new(
            [
                new Movie { Id = new ItemId(1_000_001), Title = "Trained (2001)" },
                new Movie { Id = new ItemId(5), Title = "Five (2005)" },
            ],
            rankedCount: 1
        );
        StoredMovie[] added =
        [
            new() { Id = 1_000_001, Title = "Trained" },
            new()
            {
                Id = 1_000_002,
                Title = "Added",
                Year = 2002,
                Genres = ["Drama"],
                Tags = ["slow"],
                Plot = "…",
                ImdbId = "0000001",
                TmdbId = 2,
            },
        ];

        IReadOnlyList<Movie> movies = MergedMovies.Of(catalog, added);

        Assert.Equal(["Five (2005)", "Trained (2001)", "Added"], movies.Select(movie => movie.Title));
        Movie film = movies[2];
        Assert.Equal(
            (1_000_002, 2002, "0000001", 2, "…"),
            (film.Id.Value, film.Year, film.ImdbId, film.TmdbId, film.Plot)
        );
        Assert.Equal(["Drama"], film.Genres);
        Assert.Equal([new MovieTag("slow", 1)], film.Tags);
    }
}
