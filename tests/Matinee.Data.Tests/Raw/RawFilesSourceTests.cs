using System.IO.Compression;

namespace Matinee.Data.Tests.Raw;

public class RawFilesSourceTests
{
    [Theory]
    [InlineData("")]
    [InlineData("ml-latest-small/")]
    public void Open_FilesInZip_AreFoundByFileAndByFolder(string prefix)
    {
        using RawFolder raw = RawFolder.Small();
        using var place = new RawFolder();
        using (ZipArchive archive = ZipFile.Open(place["data.zip"], ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(raw["ratings.csv"], prefix + "ratings.csv");
            archive.CreateEntryFromFile(raw["movies.csv"], prefix + "movies.csv");
        }

        var expected = raw.Prepare().Dataset;

        Assert.Equal(expected.Manifest.Hash, place.Prepare().Dataset.Manifest.Hash);
        PreparedDataset byFile = place.Prepare(options => options with { DataDirectory = place["data.zip"] });
        Assert.Equal(expected.Rows(), byFile.Dataset.Rows());
        Assert.Equal(expected.Manifest.Source.Files, byFile.Dataset.Manifest.Source.Files);
    }

    [Fact]
    public void Open_FolderOneDeeper_IsFoundBeforeTheZipBesideIt()
    {
        using RawFolder raw = RawFolder.Small();
        using var place = new RawFolder();
        place.Write("broken.zip", "not a zip");
        foreach (string name in new[] { "ratings.csv", "movies.csv" })
        {
            place.Write("ml-x/" + name, File.ReadAllText(raw[name]));
        }

        Assert.Equal(4, place.Prepare().Dataset.Ratings.Count);
    }

    [Fact]
    public void Open_TwoLayoutsInOneFolder_TakesTheCsvFiles()
    {
        using RawFolder folder = RawFolder.Small();
        folder.Write("ratings.dat", "1::1::1::1\n").Write("movies.dat", "1::One::War\n");

        Assert.Equal("movielens-csv", folder.Prepare().Dataset.Manifest.Source.Layout);
    }

    [Fact]
    public void Open_SeveralDatasets_AsksForOne()
    {
        using RawFolder raw = RawFolder.Small();
        using var place = new RawFolder();
        foreach (string name in new[] { "ratings.csv", "movies.csv" })
        {
            place.Write("a/" + name, File.ReadAllText(raw[name]));
            place.Write("b/" + name, File.ReadAllText(raw[name]));
        }

        string message = place.PrepareError();

        Assert.Contains("holds 2 datasets", message, StringComparison.Ordinal);
        Assert.Contains(place["a"], message, StringComparison.Ordinal);
        Assert.Contains(place["b"], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoMovies_SaysWhatWasLookedForAndHowToGetIt()
    {
        using RawFolder folder = RawFolder.Small();
        File.Delete(folder["movies.csv"]);

        string message = folder.PrepareError();

        Assert.Contains("ratings.csv with movies.csv", message, StringComparison.Ordinal);
        Assert.Contains("matinee download ml-latest-small", message, StringComparison.Ordinal);
        Assert.Contains("matinee demo", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NoSuchPath_SaysHowToGetData()
    {
        using var folder = new RawFolder();

        string message = folder.PrepareError(options => options with { DataDirectory = folder["missing"] });

        Assert.Contains("matinee demo", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_DamagedZip_SaysSo()
    {
        using RawFolder folder = new RawFolder().Write("data.zip", "not a zip");

        Assert.Contains("not a readable zip file", folder.PrepareError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_LinkToNowhereBesideTheData_IsPassedOver()
    {
        using RawFolder folder = RawFolder.Small();
        File.CreateSymbolicLink(folder["dangling"], folder["nowhere"]);

        Assert.Equal(4, folder.Prepare().Dataset.Ratings.Count);
    }

    [Fact]
    public void Open_ClosedFolderBesideTheData_IsPassedOver()
    {
        Assert.SkipWhen(
            OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess,
            "Needs a user for whom a folder can be closed."
        );
        using RawFolder raw = RawFolder.Small();
        using var place = new RawFolder();
        foreach (string name in new[] { "ratings.csv", "movies.csv" })
        {
            place.Write("ml-x/" + name, File.ReadAllText(raw[name]));
        }

        Directory.CreateDirectory(place["lost+found"]);
        UnixFileMode open = default;
        if (!OperatingSystem.IsWindows())
        {
            open = File.GetUnixFileMode(place["lost+found"]);
            File.SetUnixFileMode(place["lost+found"], UnixFileMode.None);
        }

        try
        {
            Assert.Equal(4, place.Prepare().Dataset.Ratings.Count);
        }
        finally
        {
            // Or the folder can't be deleted.
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(place["lost+found"], open);
            }
        }
    }
}
