using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Data.Download;
using Spectre.Console;

namespace Matinee.Cli.Publishing;

/// <summary>What a package is built from: a MovieLens dataset by name, or files that are there.</summary>
/// <param name="Name">In small letters, for the package's name.</param>
/// <param name="Licence">What may be done with the data.</param>
internal sealed record BuildData(string Name, string Licence)
{
    private const string UnknownLicence = "The data's licence was not given; ask whoever made this package.";

    // Of a dataset that may have to be downloaded.
    private MovieLensDataset? Known { get; init; }
    private string Path { get; init; } = "";

    /// <param name="text">A dataset's name, with or without <c>ml-</c>, or a folder or zip.</param>
    /// <param name="licence">Of data of one's own; null: not given.</param>
    /// <exception cref="MatineeException">It is neither.</exception>
    public static BuildData Of(string text, string? licence)
    {
        if (
            MovieLensDataset.TryGet(text, out MovieLensDataset? known)
            || MovieLensDataset.TryGet($"ml-{text}", out known)
        )
        {
            return new BuildData(known.Name, licence ?? MovieLensDataset.Licence) { Known = known };
        }

        string path = System.IO.Path.TrimEndingDirectorySeparator(text);
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            string names = string.Join(", ", MovieLensDataset.All.Select(one => one.Name));
            throw new MatineeException(
                $"--dataset '{text}' is no folder or zip, and no dataset that can be downloaded. Known are: {names}."
            );
        }

        string name = System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.GetFullPath(path));
        return MovieLensDataset.TryGet(name, out known)
            ? new BuildData(known.Name, licence ?? MovieLensDataset.Licence) { Path = path }
            : new BuildData(Plain(name), licence ?? UnknownLicence) { Path = path };
    }

    /// <summary>The raw files, downloaded where they have to be.</summary>
    public async Task<string> LocateAsync(Session session, DownloadOptions options, CancellationToken cancellation)
    {
        if (Known is null)
        {
            return Path;
        }

        DownloadResult result = await DownloadDisplay.RunAsync(
            session,
            Known.Name,
            Known.ZipBytes,
            progress => MovieLensDownload.FetchAsync(Known, options with { Progress = progress }, cancellation)
        );
        if (!result.AlreadyThere)
        {
            session.Out.WriteLine(MovieLensDataset.Licence);
        }

        return result.Folder;
    }

    /// <summary>Names, sizes and times of raw files: what tells whether they are the ones that a dataset was made from.</summary>
    public static string Signature(string raw)
    {
        IEnumerable<FileInfo> files = Directory.Exists(raw)
            ? new DirectoryInfo(raw).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
            : [new FileInfo(raw)];
        return string.Join(
            ';',
            files.Select(file =>
                string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}")
            )
        );
    }

    private static string Plain(string name)
    {
        string plain = new([
            .. name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'),
        ]);
        plain = plain.Trim('-');
        return plain.Length == 0 ? "data" : plain;
    }
}
