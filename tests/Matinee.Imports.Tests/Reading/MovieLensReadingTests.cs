namespace Matinee.Imports.Tests.Reading;

public class MovieLensReadingTests
{
    [Fact]
    public void Read_Export_PartsTheYearFromTheTitle()
    {
        ImportedFile file = Exports.ReadZip(
            (
                "movielens-ratings.csv",
                "movie_id,imdb_id,tmdb_id,rating,average_rating,title\n6,0113277,949,4.5,3.9,Heat (1995)\n7,0,,0,3.9,\"American President, The (1995)\"\n8,0022100,,3.0,3.9,M\n"
            ),
            (
                "movielens-wishlist.csv",
                "movie_id,imdb_id,tmdb_id,average_rating,title\n9,0114576,9091,3.0,Sudden Death (1995)\n"
            ),
            ("movielens-tags.csv", "movie_id,imdb_id,tmdb_id,tag,title\n6,0113277,949,noir,Heat (1995)\n")
        );
        Assert.Equal(ImportSource.MovieLens, file.Source);
        Assert.Equal(
            [
                "movielens-ratings.csv:2 | Heat | 1995 | ml 6 tt 113277 tmdb 949 | 4.5 | - | None",
                "movielens-ratings.csv:4 | M |  | ml 8 tt 22100 tmdb  | 3 | - | None",
                "movielens-wishlist.csv:2 | Sudden Death | 1995 | ml 9 tt 114576 tmdb 9091 |  | - | Wanted",
            ],
            file.Lines()
        );
        Assert.Equal(
            ["movielens-ratings.csv:3 American President, The (1995): The rating 0 is not from 0.5 to 5."],
            file.Reasons()
        );
        Assert.Equal(["MovieLens's half stars are taken as they are.", "Not read: movielens-tags.csv."], file.Notes);
    }

    [Fact]
    public void Read_OnePersonsPartOfADataSet_ReadsNumbersAndTimes() =>
        Assert.Equal(
            ["ratings.csv:2 |  |  | ml 6 tt  tmdb  | 4 | 2000-07-30 18:45:03 | None"],
            Exports.Read("ratings.csv", "userId,movieId,rating,timestamp\n1,6,4.0,964982703\n").Lines()
        );

    [Fact]
    public void Read_SeveralPeople_NamesTheFirstTwo() =>
        Assert.Contains(
            "17 and 23",
            Exports.Error("ratings.csv", "userId,movieId,rating,timestamp\n17,6,4.0,964982703\n23,6,4.0,964982703\n"),
            StringComparison.Ordinal
        );
}
