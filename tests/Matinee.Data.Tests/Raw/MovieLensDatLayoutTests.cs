using System.Text;
using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

public class MovieLensDatLayoutTests
{
    private const string Ratings =
        "\uFEFF7::1::4::100\r\n7::2::3.5::200\r\n7::1::5::50\r\n8::2::0.5::300\r\n8::99::2::400\r\n\r\n";

    private const string Movies =
        "1::Toy Story (1995)::Animation|Children's|Comedy\n"
        + "2::Misérables, Les: \"Für\" (1995) ::Drama|IMAX\n"
        + "3::Babylon 5::Sci-Fi\n"
        + "4::Odd::Ends:: (2001)::Film-Noir\n"
        + "5::Ghost (1998-1999)::(no genres listed)\n"
        + "6::Ghost (1998-1999)::\n"
        + "7::Colon::: (2000)::War\n"
        + "\n";

    private const string Tags =
        "1::1::funny::10\n"
        + "1::1::a: b::11\n"
        + "2::1::a::b::12\n"
        + "2::1:::-)::13\n"
        + "2::1::smile:::14\n"
        + "3::1::\"quoted\"::15\n"
        + "3::1::::16\n"
        + "3::1::  ::17\n"
        + "4::2::über::18\n"
        + "4::99::lost::19\n"
        + "\n";

    private static readonly string[] Described =
    [
        "1 Toy Story (1995) | 1995 | Animation, Children, Comedy",
        "2 Misérables, Les: \"Für\" (1995) | 1995 | Drama, IMAX",
        "3 Babylon 5 |  | Sci-Fi",
        "4 Odd::Ends:: (2001) | 2001 | Film-Noir",
        "5 Ghost (1998-1999) | 1998 | ",
        "6 Ghost (1998-1999) | 1998 | ",
        "7 Colon::: (2000) | 2000 | War",
    ];

    private static RawFolder Files() => new RawFolder().Write("ratings.dat", Ratings).Write("Movies.DAT", Movies);

    [Theory]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", "\uFEFF")]
    [InlineData("utf-16", "\uFEFF")]
    [InlineData("latin1", "")]
    public void Read_EveryTrapInEitherEncoding_IsReadFieldByField(string encoding, string mark)
    {
        using RawFolder folder = Files().Write("Movies.DAT", mark + Movies, Encoding.GetEncoding(encoding));

        PreparedDataset prepared = folder.Prepare();

        Assert.Equal(Described, prepared.Dataset.Described());
        Assert.Equal(
            [(7, 1, 4f, 100), (7, 2, 3.5f, 200), (8, 2, 0.5f, 300)],
            prepared.Dataset.Rows().Select(row => (row.User, row.Movie, row.Rating, row.Time))
        );
        Assert.Equal(2, prepared.Dataset.Catalog.RankedCount);
        DatasetCounts counts = prepared.Dataset.Manifest.Counts;
        Assert.Equal((5, 1, 1), (counts.Before.Ratings, counts.DuplicateRatings, counts.UncataloguedRatings));
        Assert.Equal("movielens-dat", prepared.Dataset.Manifest.Source.Layout);
        Assert.Contains("There is no tags.dat: movies will have no tags.", prepared.Notes);
    }

    [Fact]
    public void Read_LatinAccentAfterTheFirstBuffer_IsStillFound()
    {
        string many = string.Concat(Enumerable.Range(10, 6000).Select(id => $"{id}::Plain Title {id} (1999)::War\n"));
        using RawFolder folder = Files().Write("Movies.DAT", many + Movies, Encoding.Latin1);

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(6007, dataset.Catalog.Count);
        Assert.Equal("Misérables, Les: \"Für\" (1995)", dataset.Movie(2).Title);
        Assert.Equal("Plain Title 6009 (1999)", dataset.Movie(6009).Title);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Tags_EveryTrap_AreSplitFromBothEnds(string lineEnd)
    {
        using RawFolder folder = Files().Write("tags.dat", Tags.ReplaceLineEndings(lineEnd));

        PreparedDataset prepared = folder.Prepare();

        Assert.Equal(["funny", "a: b", "a::b", ":-)", "smile:", "\"quoted\"", "über"], prepared.Tags.Tags);
        Assert.Equal([1, 1, 2, 2, 2, 3, 4], prepared.Tags.UserIds);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1], prepared.Tags.Items);
        Assert.Equal([10, 11, 12, 13, 14, 15, 18], prepared.Tags.Timestamps);
        DatasetCounts counts = prepared.Dataset.Manifest.Counts;
        Assert.Equal((10, 2, 1), (counts.Before.TagApplications, counts.EmptyTags, counts.UncataloguedTags));
        Assert.Equal([new MovieTag("über", 1)], prepared.Dataset.Movie(2).Tags);
        Assert.DoesNotContain(prepared.Notes, note => note.Contains("tags.dat", StringComparison.Ordinal));
    }

    [Fact]
    public void Read_FromZip_GivesTheSameDataset()
    {
        using RawFolder folder = Files().Write("tags.dat", Tags);
        using RawFolder place = folder.Zipped("ml-10m.zip");

        PreparedDataset zipped = place.Prepare();

        Assert.Equal(folder.Prepare().Dataset.Manifest.Hash, zipped.Dataset.Manifest.Hash);
        Assert.Equal(Described, zipped.Dataset.Described());
    }

    [Theory]
    [InlineData("ratings.dat", "7::1::5.5::1", "ratings.dat, line 2: rating '5.5' is not from 0.5 to 5.")]
    [InlineData("ratings.dat", "7:1:5:1", "ratings.dat, line 2: 1 field where there should be 4.")]
    [InlineData("ratings.dat", "7::1::5::1::", "ratings.dat, line 2: 5 fields where there should be 4.")]
    [InlineData("movies.dat", "8::Eight", "movies.dat, line 2: 2 fields where there should be 3.")]
    [InlineData("movies.dat", "é::Eight::War", "movies.dat, line 2: movieId 'é' is not a whole number")]
    [InlineData("movies.dat", "8:: ::War", "movies.dat, line 2: title '' is empty.")]
    [InlineData("tags.dat", "1::2::3", "tags.dat, line 2: 3 fields where there should be 4.")]
    [InlineData("tags.dat", "1::2::a::b", "tags.dat, line 2: timestamp 'b' is not")]
    [InlineData("tags.dat", "1::x::a::1", "tags.dat, line 2: movieId 'x' is not")]
    public void Read_BadRow_NamesFileLineFieldAndValue(string file, string row, string expected)
    {
        using var folder = new RawFolder();
        folder
            .Write("ratings.dat", "7::1::5::1\n")
            .Write("movies.dat", "1::One::War\n")
            .Write("tags.dat", "1::1::fun::1\n");
        folder.Write(file, File.ReadAllText(folder[file]) + row + "\n");

        Assert.StartsWith(expected, folder.PrepareError(), StringComparison.Ordinal);
        Assert.Single(folder.Prepare(options => options with { SkipBadRows = true }).Skipped);
    }

    [Fact]
    public void Movies_OneEndlessLine_StopsInsteadOfFillingMemory()
    {
        using RawFolder folder = Files().Write("movies.dat", new string('x', 40_000_000));
        File.Delete(folder["Movies.DAT"]);

        Assert.StartsWith(
            "movies.dat can't be read: Line 1 has no end.",
            folder.PrepareError(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Ratings_ManyRows_CostNoStringEach()
    {
        const int Rows = 200_000;
        string text = string.Concat(
            Enumerable.Range(0, Rows).Select(n => $"{n / 100 + 1}::{n % 100 + 1}::4.5::978300760\n")
        );
        using RawFolder folder = new RawFolder().Write("ratings.dat", text);
        RawFile file = RawFile.At(folder["ratings.dat"]);
        var table = new RatingTable();
        table.Reserve(file.Length);
        var reading = new RawReading(skipBadRows: false, progress: null, TestContext.Current.CancellationToken);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RawRatings.Read(file, RawRatings.Colons, SplitPart.Train, table, reading);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Rows, table.Count);
        Assert.InRange(allocated, 1, Rows * 4);
    }
}
