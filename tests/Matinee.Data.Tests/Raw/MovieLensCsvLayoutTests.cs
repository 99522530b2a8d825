namespace Matinee.Data.Tests.Raw;

public class MovieLensCsvLayoutTests
{
    [Fact]
    public void Movies_EveryTrap_AreReadFieldByField()
    {
        using RawFolder folder = new RawFolder()
            .Write("ratings.csv", RawFolder.RatingsHeader + "1,1,4,5\n")
            .Write(
                "movies.csv",
                RawFolder.MoviesHeader
                    + "1,\"American President, The (1995)\",Comedy|Drama|Romance\n"
                    + "2,\"\"\"Great Performances\"\" Cats (1998)\",Musical\n"
                    + "3,Babylon 5,Sci-Fi\n"
                    + "4,Death Note (2006–2007)  ,(no genres listed)\n"
                    + "5,Emma (1996),Comedy\n"
                    + "6,Emma (1996),Romance\n"
                    + "7,\"Two\nLines (1999)\", Drama | War \n"
                    + "8,Nothing Listed (2000),\n"
            );

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(8, dataset.Catalog.Count);
        Check(1, "American President, The (1995)", 1995, "Comedy", "Drama", "Romance");
        Check(2, "\"Great Performances\" Cats (1998)", 1998, "Musical");
        Check(3, "Babylon 5", null, "Sci-Fi");
        Check(4, "Death Note (2006–2007)", 2006);
        Check(5, "Emma (1996)", 1996, "Comedy");
        Check(6, "Emma (1996)", 1996, "Romance");
        Check(7, "Two Lines (1999)", 1999, "Drama", "War");
        Check(8, "Nothing Listed (2000)", 2000);

        void Check(int id, string title, int? year, params string[] genres)
        {
            Movie movie = dataset.Movie(id);
            Assert.Equal(title, movie.Title);
            Assert.Equal(year, movie.Year);
            Assert.Equal(genres, movie.Genres);
        }
    }

    [Fact]
    public void Links_MissingAndZeroPadded_KeepTheirText()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("links.csv", RawFolder.LinksHeader + "10,0114709,862\n20,tt0113497,\n99,1,1\n");

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(("0114709", 862), (dataset.Movie(10).ImdbId, dataset.Movie(10).TmdbId));
        Assert.Equal(("0113497", null), (dataset.Movie(20).ImdbId, dataset.Movie(20).TmdbId));
        Assert.Equal((null, null), (dataset.Movie(5).ImdbId, dataset.Movie(5).TmdbId));
    }

    [Fact]
    public void Tags_EveryTrap_AreMergedCountedAndOrdered()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write(
            "tags.csv",
            RawFolder.TagsHeader
                + "1,10,Funny,1\n1,10,funny,2\n2,10,funny ,3\n3,10,dark,4\n4,10,Atmospheric,5\n"
                + "5,10,DARK,6\n5,10,,7\n5,10,\"  \",8\n5,10,null,9\n6,20,\"a \"\"b\"\", c\",10\n6,77,lost,11\n"
        );

        PreparedDataset prepared = folder.Prepare();

        Assert.Equal(
            [new MovieTag("funny", 3), new MovieTag("dark", 2), new MovieTag("Atmospheric", 1)],
            prepared.Dataset.Movie(10).Tags
        );
        Assert.Equal([new MovieTag("a \"b\", c", 1)], prepared.Dataset.Movie(20).Tags);
        DatasetCounts counts = prepared.Dataset.Manifest.Counts;
        Assert.Equal((11, 7), (counts.Before.TagApplications, counts.After.TagApplications));
        Assert.Equal((3, 1), (counts.EmptyTags, counts.UncataloguedTags));
        Assert.Equal(["funny", "funny", "funny", "dark", "Atmospheric", "dark", "a \"b\", c"], prepared.Tags.Tags);
        Assert.Equal([1, 1, 2, 3, 4, 5, 6], prepared.Tags.UserIds);
        Assert.Equal([0, 0, 0, 0, 0, 0, 1], prepared.Tags.Items);
        Assert.Equal([1, 2, 3, 4, 5, 6, 10], prepared.Tags.Timestamps);
    }

    [Fact]
    public void Tags_BelowTheThreshold_AreDroppedAndTheMovieKept()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("tags.csv", RawFolder.TagsHeader + "1,10,a,1\n1,10,b,2\n1,20,c,3\n");

        Dataset dataset = folder
            .Prepare(options => options with { Thresholds = RawFolder.KeepAll with { MinTagsPerItem = 2 } })
            .Dataset;

        Assert.Equal(2, dataset.Movie(10).Tags.Count);
        Assert.Empty(dataset.Movie(20).Tags);
        Assert.Equal(2, dataset.Catalog.RankedCount);
    }

    [Fact]
    public void Tags_RequiredAndMissing_DropTheMovieAndItsRatings()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("tags.csv", RawFolder.TagsHeader + "1,10,a,1\n");

        Dataset dataset = folder
            .Prepare(options => options with { Thresholds = RawFolder.KeepAll with { RequireTags = true } })
            .Dataset;

        Assert.Equal([10], dataset.Catalog.Items.IdByIndex.ToArray());
        Assert.Equal([7, 8], dataset.Users.IdByIndex.ToArray());
        Assert.Equal((2, 2), (dataset.Manifest.Counts.UntaggedMovies, dataset.Manifest.Counts.UntaggedRatings));
    }

    [Theory]
    [InlineData("\uFEFFuserId,movieId,rating,timestamp\r\n7,10,4.0,100\r\n8,20,3.5,200\r\n\r\n")]
    [InlineData("userId,movieId,rating,timestamp\n7,10,4.0,100\n\n8,20,3.5,200")]
    [InlineData("TIMESTAMP, Rating ,MOVIEID,userid\n100,4,10,7\n200,3.50,20,8\n")]
    [InlineData("userId,movieId,rating,timestamp,note\n7,10,4.0,100,x\n\"8\",\"20\",\"3.5\",\"200\",\n")]
    public void Ratings_OtherLineEndsHeadersAndQuotes_ReadTheSame(string text)
    {
        using RawFolder folder = RawFolder.Small().Write("ratings.csv", text);

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal([(7, 10, 4f, 100, SplitPart.Train), (8, 20, 3.5f, 200, SplitPart.Train)], dataset.Rows());
    }

    [Fact]
    public void Read_NoTagsAndLinks_SaysSo()
    {
        using RawFolder folder = RawFolder.Small();

        PreparedDataset prepared = folder.Prepare();

        Assert.Contains(prepared.Notes, note => note.Contains("tags.csv", StringComparison.Ordinal));
        Assert.Contains(prepared.Notes, note => note.Contains("links.csv", StringComparison.Ordinal));
        Assert.False(prepared.Dataset.Manifest.Source.Simulated);
    }

    [Fact]
    public void Read_SimulatedMarker_IsRecorded()
    {
        using RawFolder folder = RawFolder.Small().Write("simulated.json", "{}");

        Assert.True(folder.Prepare().Dataset.Manifest.Source.Simulated);
    }
}
