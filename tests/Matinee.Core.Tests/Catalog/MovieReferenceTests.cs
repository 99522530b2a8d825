using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Catalog;

public class MovieReferenceTests
{
    [Theory]
    [InlineData("2571", MovieNumbering.MovieLens, 2571)]
    [InlineData("imdb:tt0133093", MovieNumbering.Imdb, 133_093)]
    [InlineData("imdb:0133093", MovieNumbering.Imdb, 133_093)]
    [InlineData("IMDB:TT133093", MovieNumbering.Imdb, 133_093)]
    [InlineData("tt0133093", MovieNumbering.Imdb, 133_093)]
    [InlineData("imdb:tt10872600", MovieNumbering.Imdb, 10_872_600)]
    [InlineData("tmdb:603", MovieNumbering.Tmdb, 603)]
    public void Parse_KnownForm_NamesTheNumber(string text, MovieNumbering numbering, long number) =>
        Assert.Equal(new MovieReference(numbering, number), MovieReference.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.0")]
    [InlineData("2147483648")]
    [InlineData("tmdb:2147483648")]
    [InlineData("tmdb:tt603")]
    [InlineData("imdb:")]
    [InlineData("imdb:tt")]
    [InlineData("imdb:tttt1")]
    [InlineData("imdb:nm0000206")]
    [InlineData("imdb:tt99999999999999999999")]
    [InlineData("١٢٣")]
    public void TryParse_OtherText_IsFalse(string text)
    {
        Assert.False(MovieReference.TryParse(text, out _));
        Assert.Throws<MatineeException>(() => MovieReference.Parse(text));
    }

    [Theory]
    [InlineData("2571")]
    [InlineData("imdb:tt0133093")]
    [InlineData("imdb:tt10872600")]
    [InlineData("tmdb:603")]
    public void ToString_Reference_ParsesToItself(string text) =>
        Assert.Equal(text, MovieReference.Parse(text).ToString());

    [Fact]
    public void Factories_Numbers_GiveWhatTheTextsGive()
    {
        Assert.Equal(MovieReference.Parse("2571"), 2571);
        Assert.Equal(MovieReference.Parse("imdb:tt0133093"), MovieReference.Imdb("tt0133093"));
        Assert.Equal(MovieReference.Parse("tmdb:603"), MovieReference.Tmdb(603));
        Assert.Throws<MatineeException>(() => MovieReference.Imdb("matrix"));
    }

    [Fact]
    public void TryFind_ByAnyNumber_GivesTheItem()
    {
        var numbers = new MovieNumbers([
            new Movie { Id = new ItemId(603), Title = "Gone (2001)" },
            new Movie
            {
                Id = new ItemId(2571),
                Title = "Matrix, The (1999)",
                ImdbId = "0133093",
                TmdbId = 603,
            },
        ]);

        Assert.All(
            ["2571", "imdb:tt0133093", "tmdb:603"],
            text => Assert.True(numbers.TryFind(MovieReference.Parse(text), out int item) && item == 1)
        );
        Assert.All(
            ["1", "imdb:tt603", "tmdb:2571"],
            text => Assert.False(numbers.TryFind(MovieReference.Parse(text), out _))
        );
    }
}
