namespace Matinee.Imports.Tests.Reading;

public class TmdbReadingTests
{
    private const string Table =
        "TMDb ID,IMDb ID,Type,Name,Release Date,Season Number,Episode Number,Rating,Your Rating,Date Rated\n"
        + "949,tt0113277,movie,Heat,1995-12-15T00:00:00Z,,,7.9,8.5,2023-05-01T10:00:00Z\n"
        + "92749,tt10234724,tv,Moon Knight,2022-03-30T00:00:00Z,,,7.9,8.0,2023-05-01T10:00:00Z\n"
        + "832,,movie,M,1931-05-11,,,8.1,,\n";

    [Fact]
    public void Read_Ratings_TakesOnesOwnToTheNearestHalfStarTiesUp()
    {
        ImportedFile file = Exports.Read("ratings.csv", Table);
        Assert.Equal(ImportSource.Tmdb, file.Source);
        Assert.Equal(
            ["ratings.csv:2 | Heat | 1995 | ml  tt 113277 tmdb 949 | 4.5 | 2023-05-01 10:00:00 | None"],
            file.Lines()
        );
        Assert.Equal(
            ["ratings.csv:3 Moon Knight: Of the kind 'tv', not a film.", "ratings.csv:4 M: Not rated."],
            file.Reasons()
        );
        Assert.Equal(
            ["TMDB's 0.5 to 10 became half stars, to the nearest and ties up: 7 is 3.5, 8.5 is 4.5."],
            file.Notes
        );
    }

    [Theory]
    [InlineData("watchlist.csv", FilmFacts.Wanted)]
    [InlineData("favorites.csv", FilmFacts.Liked)]
    public void Read_OtherLists_AreToldByTheirNames(string name, FilmFacts facts) =>
        Assert.Equal([facts, facts], Exports.Read(name, Table).Rows.Select(row => row.Facts));
}
