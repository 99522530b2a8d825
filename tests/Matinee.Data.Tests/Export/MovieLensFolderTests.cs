using Matinee.Data.Export;

namespace Matinee.Data.Tests.Export;

public sealed class MovieLensFolderTests : IDisposable
{
    private static readonly MovieLensContent Content = new()
    {
        Movies =
        [
            new Movie
            {
                Id = new ItemId(10),
                Title = "Ten, \"the\" film (2010)",
                Year = 2010,
                Genres = ["Drama", "a|b"],
                Tags = [new MovieTag("slow, burn", 2), new MovieTag("x", 1)],
                ImdbId = "0000010",
                TmdbId = 3,
            },
            new Movie
            {
                Id = new ItemId(20),
                Title = "Two\nlines",
                Year = 1999,
                Plot = "It\nends.",
            },
        ],
        Ratings = [new(7, 20, 3.5f, 100), new(7, 10, 4f, 100), new(9, 10, 0.5f, 50), new(9, 77, 5f, 60)],
    };

    private readonly RawFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Write_Content_IsMovieLensCsv()
    {
        MovieLensCounts counts = MovieLensFolder.Write(place["out"], Content);

        Assert.Equal(new MovieLensCounts(2, 2, 3, 1), counts);
        Assert.Equal(
            "userId,movieId,rating,timestamp\n7,20,3.5,100\n7,10,4.0,100\n9,10,0.5,50\n",
            File.ReadAllText(place["out/ratings.csv"])
        );
        Assert.Equal(
            "movieId,title,genres\n10,\"Ten, \"\"the\"\" film (2010)\",Drama|a/b\n20,Two lines (1999),(no genres listed)\n",
            File.ReadAllText(place["out/movies.csv"])
        );
        Assert.Equal("movieId,imdbId,tmdbId\n10,0000010,3\n20,,\n", File.ReadAllText(place["out/links.csv"]));
        Assert.Equal(
            "userId,movieId,tag,timestamp\n10,10,\"slow, burn\",0\n11,10,\"slow, burn\",0\n10,10,x,0\n",
            File.ReadAllText(place["out/tags.csv"])
        );
        Assert.Equal("movieId,plot\n20,It ends.\n", File.ReadAllText(place["out/plots.csv"]));
        Assert.False(File.Exists(place["out/simulated.json"]));
    }

    [Fact]
    public void Write_EarlierExport_IsReplaced()
    {
        MovieLensFolder.Write(place["out"], Content with { Simulated = true });
        Assert.True(File.Exists(place["out/simulated.json"]));

        MovieLensFolder.Write(place["out"], Content with { Ratings = [] });
        Assert.Equal("userId,movieId,rating,timestamp\n", File.ReadAllText(place["out/ratings.csv"]));
        Assert.False(File.Exists(place["out/simulated.json"]));
    }

    [Fact]
    public void Write_SomebodysRawData_IsRefusedAndStays()
    {
        using RawFolder raw = RawFolder.Small();
        string before = File.ReadAllText(raw["ratings.csv"]);

        Assert.Throws<MatineeException>(() => MovieLensFolder.Write(raw.Path, Content));
        Assert.Equal(before, File.ReadAllText(raw["ratings.csv"]));
    }

    [Fact]
    public void Write_Cancelled_LeavesNothing()
    {
        Assert.Throws<OperationCanceledException>(() =>
            MovieLensFolder.Write(place["out"], Content, new CancellationToken(canceled: true))
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(place.Path));
    }
}
