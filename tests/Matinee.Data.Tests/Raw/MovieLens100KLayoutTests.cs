using System.Text;

namespace Matinee.Data.Tests.Raw;

public class MovieLens100KLayoutTests
{
    private const string Ratings =
        "7\t1\t4\t100\r\n7\t2\t3\t200\r\n7\t1\t5\t50\r\n\r\n8\t2\t1\t300\r\n8\t99\t2\t400\r\n\r\n";

    private static readonly string[] Flags =
    [
        "unknown",
        "Action",
        "Adventure",
        "Animation",
        "Children's",
        "Comedy",
        "Crime",
        "Documentary",
        "Drama",
        "Fantasy",
        "Film-Noir",
        "Horror",
        "Musical",
        "Mystery",
        "Romance",
        "Sci-Fi",
        "Thriller",
        "War",
        "Western",
    ];

    private static string Movies { get; } =
        string.Join(
            "\n",
            Movie(1, "Toy Story (1995)", "01-Jan-1995", "Animation", "Children's", "Comedy"),
            Movie(2, "Misérables, Les: \"Für\" (1995) ", "01-Jan-1996", "Drama", "Musical"),
            Movie(3, "unknown", "", "unknown"),
            Movie(4, "No Year Here", "4-Feb-1971", "Film-Noir", "Sci-Fi"),
            Movie(5, "Ghost (1998-1999)", "", "Western", "Action"),
            Movie(6, "Ghost (1998-1999)", "31-Dec-1997"),
            Movie(7, "Short One (1994) (V)", "01-Jan-1996", "War"),
            ""
        );

    private static RawFolder Files() =>
        new RawFolder()
            .Write("U.DATA", Ratings)
            .Write("u.item", Movies, Encoding.Latin1)
            .Write("u.user", "1|24|M|technician|85711\n");

    [Fact]
    public void Read_EveryTrap_IsReadFieldByField()
    {
        using RawFolder folder = Files();

        PreparedDataset prepared = folder.Prepare();

        Assert.Equal(
            [
                "1 Toy Story (1995) | 1995 | Animation, Children, Comedy",
                "2 Misérables, Les: \"Für\" (1995) | 1995 | Drama, Musical",
                "3 unknown |  | ",
                "4 No Year Here | 1971 | Film-Noir, Sci-Fi",
                "5 Ghost (1998-1999) | 1998 | Action, Western",
                "6 Ghost (1998-1999) | 1998 | ",
                "7 Short One (1994) (V) | 1994 | War",
            ],
            prepared.Dataset.Described()
        );
        Assert.Equal(
            [(7, 1, 4f, 100), (7, 2, 3f, 200), (8, 2, 1f, 300)],
            prepared.Dataset.Rows().Select(row => (row.User, row.Movie, row.Rating, row.Time))
        );
        Assert.Equal(2, prepared.Dataset.Catalog.RankedCount);
        DatasetManifest manifest = prepared.Dataset.Manifest;
        Assert.Equal("movielens-100k", manifest.Source.Layout);
        Assert.Equal(["u.item", "u.user", "U.DATA"], manifest.Source.Files.Select(file => file.Name));
        Assert.Equal(
            (5, 1, 1),
            (manifest.Counts.Before.Ratings, manifest.Counts.DuplicateRatings, manifest.Counts.UncataloguedRatings)
        );
        Assert.Equal(2, prepared.Notes.Count);
    }

    [Fact]
    public void Read_EveryGenreFlag_HasItsName()
    {
        using RawFolder folder = new RawFolder()
            .Write("u.data", "1\t1\t4\t100\n")
            .Write("u.item", string.Join("\n", Flags.Select((flag, n) => Movie(n + 1, "T", "", flag))));

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Empty(dataset.Movie(1).Genres);
        Assert.Equal(
            Flags[1..].Select(flag => flag.Replace("Children's", "Children", StringComparison.Ordinal)),
            Enumerable.Range(2, 18).Select(id => Assert.Single(dataset.Movie(id).Genres))
        );
    }

    [Fact]
    public void Read_FromZip_GivesTheSameDataset()
    {
        using RawFolder folder = Files();
        using RawFolder place = folder.Zipped("ml-100k.zip");

        Assert.Equal(folder.Prepare().Dataset.Manifest.Hash, place.Prepare().Dataset.Manifest.Hash);
    }

    [Theory]
    [InlineData("u1.base", "u1.test", "7\t1\t4\t100\n8\t2\t1\t300\n", "7\t2\t3\t200\n")]
    [InlineData(
        "train.csv",
        "u1.test",
        "movieId,userId,rating,timestamp\n1,7,4,100\n2,8,1,300\n",
        "\r\n7\t2\t3\t200\r\n"
    )]
    [InlineData("r1.train", "r1.test", "7::1::4.0::100\n8::2::1::300\n", "7::2::3::200")]
    public void Read_GivenSplit_TakesEachFileInItsOwnFormat(
        string trainName,
        string testName,
        string train,
        string test
    )
    {
        using RawFolder folder = Files().Write(trainName, train).Write(testName, test);
        AssertGivenSplit(folder, trainName, testName);
    }

    [Fact]
    public void Read_TabPartsBesideCsvFiles_AreTheGivenSplit()
    {
        using RawFolder folder = new RawFolder()
            .Write("ratings.csv", RawFolder.RatingsHeader)
            .Write("movies.csv", RawFolder.MoviesHeader + "1,One,War\n2,Two,War\n")
            .Write("u1.base", "7\t1\t4\t100\n8\t2\t1\t300\n")
            .Write("u1.test", "7\t2\t3\t200\n");
        AssertGivenSplit(folder, "u1.base", "u1.test");
    }

    [Theory]
    [InlineData("7\t1\t4", "u.data, line 3: 3 fields where there should be 4.")]
    [InlineData("7\t1\t4\t5\t", "u.data, line 3: 5 fields where there should be 4.")]
    [InlineData("7\t1\t4,5\t5", "u.data, line 3: rating '4,5' is not")]
    [InlineData("7\t1é\t4\t5", "u.data, line 3: movieId '1é' is not a whole number")]
    [InlineData("7,1,4,5", "u.data, line 3: 1 field where there should be 4.")]
    public void Ratings_BadRow_NamesFileLineFieldAndValue(string row, string expected)
    {
        using RawFolder folder = Files();
        File.Delete(folder["U.DATA"]);
        folder.Write("u.data", "7\t2\t4\t1\r\n\r\n" + row + "\r\n");

        Assert.StartsWith(expected, folder.PrepareError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "8|Eight|soon||x|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0",
        "releaseDate 'soon' is not a day such as 01-Jan-1995"
    )]
    [InlineData("8|Eight|||x|0|0|0|0|0|2|0|0|0|0|0|0|0|0|0|0|0|0|0", "Comedy '2' is not 0 or 1")]
    [InlineData("8|Eight|||x|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0", "23 fields where there should be 24")]
    [InlineData("8||||x|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0", "title '' is empty")]
    [InlineData("1|One|||x|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0", "movieId '1' stands twice")]
    public void Movies_BadRow_NamesFileLineFieldAndValue(string row, string problem)
    {
        using RawFolder folder = Files();
        folder.Write("u.item", Movies + row + "\n");

        Assert.StartsWith($"u.item, line 8: {problem}.", folder.PrepareError(), StringComparison.Ordinal);
        PreparedDataset skipped = folder.Prepare(options => options with { SkipBadRows = true });
        Assert.Equal($"u.item, line 8: {problem}", Assert.Single(skipped.Skipped).Summary);
    }

    [Theory]
    [InlineData("", "u.data is empty. Its lines should read userId<tab>movieId<tab>rating<tab>timestamp.")]
    [InlineData("\r\n \n", "u.data is empty.")]
    public void Ratings_Empty_SaysWhatTheLinesShouldBe(string text, string expected)
    {
        using RawFolder folder = Files();
        File.Delete(folder["U.DATA"]);
        folder.Write("u.data", text);

        Assert.StartsWith(expected, folder.PrepareError(), StringComparison.Ordinal);
    }

    private static string Movie(int id, string title, string date, params string[] genres) =>
        $"{id}|{title}|{date}||http://us.imdb.com/M/title-exact?{id}|"
        + string.Join('|', Flags.Select(flag => genres.Contains(flag) ? 1 : 0));

    private static void AssertGivenSplit(RawFolder folder, string train, string test)
    {
        Dataset dataset = folder
            .Prepare(options =>
                options with
                {
                    SplitFiles = new SplitFiles(folder[train], null, folder[test]),
                    Fractions = options.Fractions with { Validation = 0 },
                }
            )
            .Dataset;

        Assert.Equal(
            [(7, 1, 4f, 100, SplitPart.Train), (7, 2, 3f, 200, SplitPart.Test), (8, 2, 1f, 300, SplitPart.Train)],
            dataset.Rows()
        );
    }
}
