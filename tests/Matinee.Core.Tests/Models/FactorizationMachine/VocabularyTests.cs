using Matinee.Core.Catalog;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Tests.Ranking;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class VocabularyTests
{
    private static readonly MovieCatalog s_catalog = SmallCatalog.Of(
        SmallCatalog.Movie(1990, ["War", "Comedy", "War"]),
        SmallCatalog.Movie(1980, ["Comedy", "Drama", "War"]),
        SmallCatalog.Movie(null, [])
    );

    [Fact]
    public void Of_Words_AreNumberedInOrderAndOncePerMovie()
    {
        Vocabulary<string> genres = Vocabulary<string>.Of(s_catalog.Movies, movie => movie.Genres, 1);

        Assert.Equal(3, genres.Count);
        Assert.Equal([0, 2], genres.FeaturesOf(0));
        Assert.Equal([0, 1, 2], genres.FeaturesOf(1));
        Assert.Empty(genres.FeaturesOf(2));
    }

    [Fact]
    public void Of_WordsOfTooFewMovies_AreLeftOut()
    {
        Vocabulary<string> genres = Vocabulary<string>.Of(s_catalog.Movies, movie => movie.Genres, 2);

        Assert.Equal(2, genres.Count);
        Assert.Equal([0, 1], genres.FeaturesOf(0));
        Assert.Equal([0, 1], genres.FeaturesOf(1));
    }

    // What was left out doesn't count.
    [Fact]
    public void Evenly_AnyMovie_IsOneOverTheRootOfItsWords()
    {
        Vocabulary<string> genres = Vocabulary<string>.Of(s_catalog.Movies, movie => movie.Genres, 2);

        Assert.Equal(1 / Math.Sqrt(2), genres.Evenly(1), 1e-15);
        Assert.Equal(1, genres.Evenly(2));
    }
}
