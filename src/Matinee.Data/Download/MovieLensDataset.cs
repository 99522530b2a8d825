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
            Description = "100 thousand ratings of 9,700 movies by 610 people, tags, links (2018)",
            ZipBytes = 978_000,
            RatingsFile = "ratings.csv",
            ContentsChange = true,
        },
        new()
        {
            Name = "ml-100k",
            Description = "100 thousand ratings of 1,700 movies by 943 people, demographics (1998)",
            ZipBytes = 4_924_000,
            RatingsFile = "u.data",
        },
        new()
        {
            Name = "ml-1m",
            Description = "1 million ratings of 3,900 movies by 6,000 people, demographics (2000)",
            ZipBytes = 5_918_000,
            RatingsFile = "ratings.dat",
        },
        new()
        {
            Name = "ml-10m",
            Description = "10 million ratings of 10,700 movies by 72,000 people, tags (2009)",
            ZipBytes = 65_566_000,
            RatingsFile = "ratings.dat",
        },
        new()
        {
            Name = "ml-20m",
            Description = "20 million ratings of 27,000 movies by 138,000 people, tags, tag genome (2015)",
            ZipBytes = 198_702_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-32m",
            Description = "32 million ratings of 88,000 movies by 201,000 people, tags, links (2023)",
            ZipBytes = 239_000_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-25m",
            Description = "25 million ratings of 62,000 movies by 163,000 people, tags, tag genome (2019)",
            ZipBytes = 262_000_000,
            RatingsFile = "ratings.csv",
        },
        new()
        {
            Name = "ml-latest",
            Description = "34 million ratings of 87,000 movies by 331,000 people, tags, tag genome (2023)",
            ZipBytes = 351_000_000,
            RatingsFile = "ratings.csv",
            ContentsChange = true,
        },
    ];

    public required string Name { get; init; }

    /// <summary>One line for people.</summary>
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
