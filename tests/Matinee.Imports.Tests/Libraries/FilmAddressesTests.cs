using Matinee.Imports.Libraries;

namespace Matinee.Imports.Tests.Libraries;

public class FilmAddressesTests
{
    [Theory]
    [InlineData("603", 603)]
    [InlineData(" 603 ", 603)]
    [InlineData("603-the-matrix", 603)]
    [InlineData("tmdb://603", 603)]
    [InlineData("https://www.themoviedb.org/movie/603-the-matrix?language=de", 603)]
    [InlineData("https://www.themoviedb.org/tv/1396", null)]
    [InlineData("0", null)]
    [InlineData("2147483648", null)]
    [InlineData("tt0133093", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Tmdb_InAnySpelling_IsTheNumber(string? text, int? number) =>
        Assert.Equal(number, FilmAddresses.Tmdb(text));

    [Theory]
    [InlineData("tt0133093", 133093L)]
    [InlineData("TT0133093", 133093L)]
    [InlineData("0133093", 133093L)]
    [InlineData("imdb://tt0133093", 133093L)]
    [InlineData("https://m.imdb.com/de/title/tt0133093/?ref_=x", 133093L)]
    [InlineData("nm0000206", null)]
    [InlineData("tt", null)]
    [InlineData("tt0000000", null)]
    [InlineData(null, null)]
    public void Imdb_InAnySpelling_IsTheNumber(string? text, long? number) =>
        Assert.Equal(number, FilmAddresses.Imdb(text));

    [Theory]
    [InlineData("imdb://tt0133093 tmdb://603", 133093L, 603)]
    [InlineData("tmdb://603|imdb://tt0133093|tmdb://604", 133093L, 603)]
    [InlineData("tmdb://0 tmdb://604", null, 604)]
    [InlineData("see https://www.imdb.com/title/tt0133093/ and read", 133093L, null)]
    [InlineData("https://www.imdb.com/name/nm0000206/ https://www.themoviedb.org/tv/603", null, null)]
    public void In_Text_FirstOfEachKind(string text, long? imdb, int? tmdb) =>
        Assert.Equal(new FilmNumbers(Imdb: imdb, Tmdb: tmdb), FilmAddresses.In(text));
}
