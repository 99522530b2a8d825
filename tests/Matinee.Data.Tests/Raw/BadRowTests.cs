namespace Matinee.Data.Tests.Raw;

public class BadRowTests
{
    [Theory]
    [InlineData("7,10,x,1", "rating 'x' is not a number")]
    [InlineData("7,10,NaN,1", "rating 'NaN' is not a number")]
    [InlineData("7,10,Infinity,1", "rating 'Infinity' is not from 0.5 to 5")]
    [InlineData("7,10,0.4,1", "rating '0.4' is not from 0.5 to 5")]
    [InlineData("7,10,6,1", "rating '6' is not from 0.5 to 5")]
    [InlineData("7,10,,1", "rating '' is not a number")]
    [InlineData("0,10,4,1", "userId '0' is not a whole number from 1 to 2147483647")]
    [InlineData("7,2147483648,4,1", "movieId '2147483648' is not a whole number from 1 to 2147483647")]
    [InlineData("7.5,10,4,1", "userId '7.5' is not a whole number from 1 to 2147483647")]
    [InlineData("7,10,4,-1", "timestamp '-1' is not a whole number of seconds since 1970")]
    [InlineData("7,10,4,1.5", "timestamp '1.5' is not a whole number of seconds since 1970")]
    [InlineData(
        "7,10,4,253402300800",
        "timestamp '253402300800' is after the year 9999 as seconds since 1970; is it in milliseconds?"
    )]
    [InlineData("7,10,4", "3 fields where the header has 4")]
    [InlineData("7,10,4,1,", "5 fields where the header has 4")]
    public void Ratings_BadRow_StopsWithFileLineFieldAndWayOut(string row, string problem)
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write("ratings.csv", RawFolder.RatingsHeader + "7,20,4,1\n" + row + "\n");

        Assert.Equal(
            $"ratings.csv, line 3: {problem}. Fix the line, or pass --skip-bad-rows to drop such lines and list them.",
            folder.PrepareError()
        );
    }

    [Fact]
    public void Movies_AfterQuotedNewlines_NameThePhysicalLine()
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write("movies.csv", RawFolder.MoviesHeader + "10,\"A\r\nB\r\nC\",War\n\nx,Twenty,War\n");

        Assert.StartsWith("movies.csv, line 6: movieId 'x' is not", folder.PrepareError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "2 fields where the header has 3, over several lines")]
    [InlineData(3_000_000, "the row has no end")]
    public void Movies_QuoteLeftOpen_StopsEvenWhereBadRowsAreSkipped(int rows, string problem)
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write(
                "movies.csv",
                RawFolder.MoviesHeader + "10,\"Ten,War\n" + string.Concat(Enumerable.Repeat("20,T,W\n", rows))
            );

        Assert.StartsWith(
            $"movies.csv, line 2: {problem}. A quotation mark seems to be left open there.",
            folder.PrepareError(options => options with { SkipBadRows = true }),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("10,Again,War", "movieId '10' stands twice")]
    [InlineData("11,  ,War", "title '' is empty")]
    public void Movies_UnusableRow_Stops(string row, string problem)
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("movies.csv", File.ReadAllText(folder["movies.csv"]) + row + "\n");

        Assert.StartsWith($"movies.csv, line 5: {problem}.", folder.PrepareError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "links.csv",
        RawFolder.LinksHeader + "10,x1,1\n",
        "links.csv, line 2: imdbId 'x1' is not an IMDb number"
    )]
    [InlineData(
        "links.csv",
        RawFolder.LinksHeader + "10,1,8e3\n",
        "links.csv, line 2: tmdbId '8e3' is not a whole number"
    )]
    [InlineData("tags.csv", RawFolder.TagsHeader + "1,10,a,soon\n", "tags.csv, line 2: timestamp 'soon' is not")]
    public void OptionalFiles_BadRow_Stops(string file, string text, string expected)
    {
        using RawFolder folder = RawFolder.Small().Write(file, text);

        Assert.StartsWith(expected, folder.PrepareError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_SkippingBadRows_DropsAndListsThem()
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write("ratings.csv", RawFolder.RatingsHeader + "7,10,4,1\n7,20,x,2\n8,y,4,3\n8,20\n8,20,5,4\n");

        PreparedDataset prepared = folder.Prepare(options => options with { SkipBadRows = true });

        Assert.Equal(
            [
                new BadRow("ratings.csv", 3, "rating", "x", "is not a number"),
                new BadRow("ratings.csv", 4, "movieId", "y", "is not a whole number from 1 to 2147483647"),
                new BadRow("ratings.csv", 5, "", "", "2 fields where the header has 4"),
            ],
            prepared.Skipped
        );
        Assert.Equal(3, prepared.Dataset.Manifest.Counts.SkippedRows);
        Assert.Equal(2, prepared.Dataset.Ratings.Count);
    }

    [Fact]
    public void Ratings_SkippingRowsWithEndlessValues_KeepsTheirBeginnings()
    {
        using RawFolder folder = RawFolder
            .Small()
            .Write("ratings.csv", RawFolder.RatingsHeader + $"7,10,4,1\n7,20,{new string('x', 50_000)},2\n");

        PreparedDataset prepared = folder.Prepare(options => options with { SkipBadRows = true });

        Assert.Equal(new string('x', 1000), Assert.Single(prepared.Skipped).Value);
    }

    [Fact]
    public void Ratings_SkippingMoreThanAMillionRows_Stops()
    {
        using RawFolder folder = RawFolder.Small();
        string rows = string.Concat(Enumerable.Repeat("7,20,x,2\n", 1_000_001));
        folder.Write("ratings.csv", RawFolder.RatingsHeader + "7,10,4,1\n" + rows);

        Assert.Equal(
            "More than 1000000 rows are malformed; the last is ratings.csv, line 1000003: rating 'x' is not a number. "
                + "Are these the right files?",
            folder.PrepareError(options => options with { SkipBadRows = true })
        );
    }

    [Theory]
    [InlineData("", "ratings.csv is empty. Its first line should read userId,movieId,rating,timestamp.")]
    [InlineData("1,10,4.0,5\n", "ratings.csv has no column 'userId': its first line reads '1,10,4.0,5'.")]
    [InlineData("userId,movieId,rating\n1,10,4\n", "ratings.csv has no column 'timestamp'")]
    [InlineData(RawFolder.RatingsHeader, "There are no usable ratings in the ratings file.")]
    public void Ratings_WithoutHeaderOrRows_SaysWhatIsMissing(string text, string expected)
    {
        using RawFolder folder = RawFolder.Small().Write("ratings.csv", text);

        Assert.StartsWith(expected, folder.PrepareError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u001b[31mred\0", "rating ' [31mred ' is not a number")]
    [InlineData(
        "123456789 123456789 123456789 123456789 123456789 123456789 1",
        "rating '123456789 123456789 123456789 123456789 123456789 123456789 ...' is not a number"
    )]
    public void Ratings_ValueForNoTerminal_IsShownTame(string value, string problem)
    {
        using RawFolder folder = RawFolder.Small().Write("ratings.csv", RawFolder.RatingsHeader + $"7,10,{value},1\n");

        Assert.StartsWith($"ratings.csv, line 2: {problem}.", folder.PrepareError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Ratings_EndlessHeader_IsShownCut()
    {
        using RawFolder folder = RawFolder.Small().Write("ratings.csv", new string('x', 1_000_000) + "\n1,10,4,5\n");

        Assert.InRange(folder.PrepareError().Length, 60, 300);
    }
}
