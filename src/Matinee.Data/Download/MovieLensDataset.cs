using System.Diagnostics.CodeAnalysis;

namespace Matinee.Data.Download;

/// <summary>
/// A dataset that GroupLens offers as <c>&lt;name&gt;.zip</c>, with its md5 in <c>&lt;name&gt;.zip.md5</c> beside it.
/// </summary>
public sealed record MovieLensDataset
{
    /// <summary>Every dataset that can be downloaded, smallest first.</summary>
    public static IReadOnlyList<MovieLensDataset> All { get; } =
    [
        new()
        {
            Name = "ml-latest-small",
            Description = "100k ratings, 9.7k movies, tags (2018)",
            ZipBytes = 978_000,
            RatingsFile = "ratings.csv",
            ContentsChange = true,
        },
        new()
        {
            Name = "ml-100k",
            Description = "100k ratings, 1.7k movies, people (1998)",
            ZipBytes = 4_924_000,
            RatingsFile = "u.data",
        },
        new()
        {
            Name = "ml-1m",
            Description = "1M ratings, 3.9k movies, people (2000)",
            ZipBytes = 5_918_000,
            RatingsFile = "ratings.dat",
        },
        new()
        {
            Name = "ml-10m",
            Description = "10M ratings, 11k movies, tags (2009)",
            ZipBytes = 65_566_000,
            RatingsFile = "ratings.dat",
        },
        new()
        {
            Name = "ml-20m",
            Description = "20M ratings, 27k movies, tag genome (2015)",
            ZipBytes = 198_702_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-32m",
            Description = "32M ratings, 88k movies, tags (2023)",
            ZipBytes = 239_000_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-25m",
            Description = "25M ratings, 62k movies, tag genome (2019)",
            ZipBytes = 262_000_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-latest",
            Description = "34M ratings, 87k movies, tag genome (2023)",
            ZipBytes = 351_000_000,
            RatingsFile = "ratings.csv",
            ContentsChange = true,
        },
    ];

    /// <summary>What may be done with any of them.</summary>
    public const string Licence =
        "MovieLens data is for research: no redistribution and no commercial use without GroupLens's permission "
        + "(see the README in the folder). In publications cite Harper & Konstan 2015, https://doi.org/10.1145/2827872";

    public required string Name { get; init; }

    /// <summary>One short line: how much there is, what comes with the ratings, and the year.</summary>
    public required string Description { get; init; }

    /// <summary>Approximate size of the zip.</summary>
    public required long ZipBytes { get; init; }

    /// <summary>The file that a folder must hold to be this dataset.</summary>
    public required string RatingsFile { get; init; }

    /// <summary>True where GroupLens replaces the contents under the same name, so that no published result should rest on it.</summary>
    public bool ContentsChange { get; init; }

    public static bool TryGet(string name, [NotNullWhen(true)] out MovieLensDataset? dataset)
    {
        dataset = All.FirstOrDefault(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return dataset is not null;
    }
}
