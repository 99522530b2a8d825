using Matinee.Data.Folders;

namespace Matinee.Data.Tests.Folders;

public class DatasetFolderTests
{
    [Fact]
    public void Read_WhatWasWritten_IsTheSameFieldByField()
    {
        using RawFolder folder = Rich();
        string output = folder["out 'quoted' dataset"];

        PreparedDataset written = Run(folder, output);
        Dataset read = DatasetFolder.Read(output, TestContext.Current.CancellationToken);
        TagApplications tags = DatasetFolder.ReadWithTags(output).Tags;

        Assert.Equal(written.Dataset.Rows(), read.Rows());
        Assert.Equal(written.Dataset.Users.IdByIndex, read.Users.IdByIndex);
        Assert.Equal(written.Dataset.Catalog.RankedCount, read.Catalog.RankedCount);
        Assert.Equal(written.Dataset.Catalog.Count, read.Catalog.Count);
        foreach ((Movie expected, Movie actual) in written.Dataset.Catalog.Movies.Zip(read.Catalog.Movies))
        {
            Assert.Equivalent(expected, actual, strict: true);
        }

        Assert.Equivalent(written.Tags, tags, strict: true);
        Assert.Equivalent(written.Dataset.Manifest, read.Manifest, strict: true);
        Assert.Equal(
            ["movies.parquet", "ratings.parquet", "tags.parquet", "users.parquet"],
            read.Manifest.Files.Keys.Order()
        );
    }

    [Theory]
    [InlineData("\ufeffA\ufffd")]
    [InlineData("🎬 'it''s'")]
    public void Read_UnusualLetters_AreTheSame(string text)
    {
        using RawFolder folder = RawFolder.Small();
        folder
            .Write("movies.csv", RawFolder.MoviesHeader + $"10,{text},{text}|War\n")
            .Write("tags.csv", RawFolder.TagsHeader + $"7,10,{text},1\n");

        Movie written = Run(folder, folder["out"]).Dataset.Movie(10);
        Dataset read = DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken);

        Assert.Equivalent(written, read.Movie(10), strict: true);
        Assert.Equal([text, text, text], [written.Title, written.Genres[0], written.Tags[0].Text]);
    }

    [Fact]
    public void Read_Nuls_CutNothingOff()
    {
        using RawFolder folder = RawFolder.Small();
        folder
            .Write("movies.csv", RawFolder.MoviesHeader + "10,A\0B,C\0D|\0War\n20,T,\0\n")
            .Write("tags.csv", RawFolder.TagsHeader + "7,10,E\0F,1\n7,10,\0,1\n");

        PreparedDataset written = Run(folder, folder["out"]);
        Movie read = DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken).Movie(10);

        Assert.Equal("A B", read.Title);
        Assert.Equal(["C D", "War"], read.Genres);
        Assert.Equal([new MovieTag("E F", 1)], read.Tags);
        Assert.Equal(1, written.Dataset.Manifest.Counts.EmptyTags);
    }

    [Fact]
    public void Write_MoreThanOneVector_KeepsEveryRow()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write(
            "ratings.csv",
            RawFolder.RatingsHeader
                + string.Concat(
                    Enumerable.Range(1, 2500).Select(user => $"{user},10,{user % 5 + 1},{user}\n{user},20,3,1\n")
                )
        );

        PreparedDataset written = Run(folder, folder["out"]);

        Assert.Equal(
            written.Dataset.Rows(),
            DatasetFolder.Read(folder["out"], TestContext.Current.CancellationToken).Rows()
        );
        Assert.Equal(5000, written.Dataset.Ratings.Count);
    }

    [Fact]
    public void Write_SameContentTwice_HasTheSameHashAndOtherContentAnother()
    {
        using RawFolder folder = Rich();

        string first = Run(folder, folder["one"]).Dataset.Manifest.Hash;
        string second = Run(folder, folder["two"]).Dataset.Manifest.Hash;
        folder.Write(
            "movies.csv",
            File.ReadAllText(folder["movies.csv"]).Replace("Comedy", "Tragedy", StringComparison.Ordinal)
        );
        string other = Run(folder, folder["two"]).Dataset.Manifest.Hash;

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Write_OverADataset_ReplacesItWhole()
    {
        using RawFolder folder = RawFolder.Small();
        Run(folder, folder["out"]);
        folder.Write("out/skipped-rows.csv", "x");

        Run(folder, folder["out"]);

        Assert.False(File.Exists(folder["out/skipped-rows.csv"]));
        Assert.Equal(
            ["movies.csv", "out", "ratings.csv"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order()
        );
    }

    [Theory]
    [InlineData("notes.txt", "mine")]
    [InlineData("manifest.json", """{ "schemaVersion": 1, "components": [] }""")]
    [InlineData("manifest.json", "{")]
    public void Write_FolderOfSomethingElse_IsRefusedAndLeft(string name, string text)
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("out/" + name, text);

        string message = Assert.Throws<MatineeException>(() => Run(folder, folder["out"])).Message;

        Assert.Contains("another kind", message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(folder["out/" + name]));
    }

    [Fact]
    public void Write_Cancelled_LeavesNothing()
    {
        using RawFolder folder = RawFolder.Small();
        PreparedDataset prepared = folder.Prepare();

        Assert.Throws<OperationCanceledException>(() =>
            DatasetFolder.Write(folder["out"], prepared, new CancellationToken(canceled: true))
        );

        Assert.Equal(
            ["movies.csv", "ratings.csv"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public void Write_SkippedRows_AreListedAsCsv()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("ratings.csv", File.ReadAllText(folder["ratings.csv"]) + "7,10,\"a \"\"b\"\", c\",1\n");

        Preprocessor.Run(
            new PreprocessOptions
            {
                DataDirectory = folder.Path,
                Thresholds = RawFolder.KeepAll,
                SkipBadRows = true,
            },
            folder["out"],
            cancellation: TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "file,line,field,value,reason\nratings.csv,6,rating,\"a \"\"b\"\", c\",is not a number\n",
            File.ReadAllText(folder["out/skipped-rows.csv"])
        );
    }

    [Theory]
    [InlineData("ratings.parquet")]
    [InlineData("users.parquet")]
    [InlineData("movies.parquet")]
    public void Read_MissingOrDamagedFile_NamesIt(string name)
    {
        using RawFolder folder = RawFolder.Small();
        Run(folder, folder["out"]);
        byte[] bytes = File.ReadAllBytes(folder["out/" + name]);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(folder["out/" + name], bytes);

        Assert.Contains($"{name} is damaged", ReadError(folder["out"]), StringComparison.Ordinal);
        File.Delete(folder["out/" + name]);
        Assert.Contains($"lacks {name}", ReadError(folder["out"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherSchemaVersion_SaysBothVersions()
    {
        using RawFolder folder = RawFolder.Small();
        Run(folder, folder["out"]);
        string manifest = File.ReadAllText(folder["out/manifest.json"]);
        folder.Write(
            "out/manifest.json",
            manifest.Replace("\"schemaVersion\": 1", "\"schemaVersion\": 99", StringComparison.Ordinal)
        );

        string message = ReadError(folder["out"]);

        Assert.Contains("version 99", message, StringComparison.Ordinal);
        Assert.Contains("version 1", message, StringComparison.Ordinal);
        Assert.Contains("Update Matinee", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedManifest_SaysSo()
    {
        using RawFolder folder = RawFolder.Small();
        Run(folder, folder["out"]);
        folder.Write("out/manifest.json", """{ "schemaVersion": 1, "thresholds": 3, "split": 0, "counts": 1 }""");

        Assert.Contains("damaged", ReadError(folder["out"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoDataset_SaysHowToMakeOne()
    {
        using RawFolder folder = RawFolder.Small();

        Assert.Contains("matinee preprocess", ReadError(folder["nowhere"]), StringComparison.Ordinal);
        Assert.Contains("is not a dataset", ReadError(folder.Path), StringComparison.Ordinal);
    }

    private static RawFolder Rich() =>
        RawFolder
            .Small()
            .Write("links.csv", RawFolder.LinksHeader + "10,0114709,862\n20,0113497,\n")
            .Write("tags.csv", RawFolder.TagsHeader + "1,10,\"it's \"\"odd\"\", naïve\",1\n2,5,old,2\n3,5,Old,3\n");

    private static PreparedDataset Run(RawFolder folder, string output) =>
        Preprocessor.Run(
            new PreprocessOptions { DataDirectory = folder.Path, Thresholds = RawFolder.KeepAll },
            output,
            cancellation: TestContext.Current.CancellationToken
        );

    private static string ReadError(string path) =>
        Assert.Throws<MatineeException>(() => DatasetFolder.Read(path, TestContext.Current.CancellationToken)).Message;
}
