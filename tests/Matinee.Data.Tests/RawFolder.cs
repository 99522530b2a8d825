using System.IO.Compression;
using System.Text;

namespace Matinee.Data.Tests;

/// <summary>A folder of hand-made raw files that lives as long as its test.</summary>
internal sealed class RawFolder : IDisposable
{
    public const string RatingsHeader = "userId,movieId,rating,timestamp\n";
    public const string MoviesHeader = "movieId,title,genres\n";
    public const string TagsHeader = "userId,movieId,tag,timestamp\n";
    public const string LinksHeader = "movieId,imdbId,tmdbId\n";

    /// <summary>Keep everything, so that a test sees what it wrote.</summary>
    public static Thresholds KeepAll { get; } =
        new()
        {
            MinUserRatings = 1,
            MinMovieRatings = 1,
            MinTagsPerItem = 1,
        };

    public string Path { get; } = Directory.CreateTempSubdirectory("matinee it's a test ").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Three users and three movies, of which the third is unrated.</summary>
    public static RawFolder Small()
    {
        var folder = new RawFolder();
        folder.Write("ratings.csv", RatingsHeader + "7,10,4.0,100\n7,20,3.5,200\n8,10,5.0,300\n9,20,0.5,400\n");
        folder.Write(
            "movies.csv",
            MoviesHeader + "10,Ten (2010),Drama\n20,Twenty (2020),Comedy|War\n5,Five (2005),War\n"
        );
        return folder;
    }

    public RawFolder Write(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public RawFolder Write(string name, string text, Encoding encoding)
    {
        File.WriteAllBytes(this[name], encoding.GetBytes(text));
        return this;
    }

    /// <summary>The same files in a zip, in a folder of their own as GroupLens packs them.</summary>
    public RawFolder Zipped(string name)
    {
        var place = new RawFolder();
        ZipFile.CreateFromDirectory(Path, place[name], CompressionLevel.Fastest, includeBaseDirectory: true);
        return place;
    }

    public PreparedDataset Prepare(Func<PreprocessOptions, PreprocessOptions>? change = null)
    {
        var options = new PreprocessOptions { DataDirectory = Path, Thresholds = KeepAll };
        return Preprocessor.Prepare(
            change?.Invoke(options) ?? options,
            cancellation: TestContext.Current.CancellationToken
        );
    }

    public string PrepareError(Func<PreprocessOptions, PreprocessOptions>? change = null) =>
        Assert.Throws<MatineeException>(() => Prepare(change)).Message;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
