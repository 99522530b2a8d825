using System.Text.Json.Serialization;

namespace Matinee.Core.Interactions;

/// <summary>What a dataset was made from and how: <c>manifest.json</c> of a dataset folder.</summary>
public sealed record DatasetManifest
{
    public const int CurrentSchemaVersion = 1;

    public int SchemaVersion { get; init; } = CurrentSchemaVersion;
    public required DatasetSource Source { get; init; }
    public required DatasetThresholds Thresholds { get; init; }
    public required DatasetSplit Split { get; init; }
    public required DatasetCounts Counts { get; init; }

    /// <summary>SHA-256 of users, movies, ratings, parts and attributes; equal for equal content whenever it was made.</summary>
    public required string Hash { get; init; }

    /// <summary>SHA-256 per file of the folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();
}

/// <param name="Layout">The recognised layout, such as <c>movielens-csv</c>.</param>
/// <param name="Simulated">True where the ratings were generated, not given by people.</param>
public sealed record DatasetSource(string Layout, bool Simulated, IReadOnlyList<SourceFile> Files);

public sealed record SourceFile(string Name, long Bytes, string Sha256);

public sealed record DatasetThresholds(int MinUserRatings, int MinMovieRatings, int MinTagsPerItem, bool RequireTags);

/// <summary>The split protocol and its parameters.</summary>
/// <param name="Protocol">A name of <see cref="Splits.SplitProtocols"/>, or <see cref="GivenFiles"/>.</param>
/// <param name="TestFraction">Of all ratings; null where the protocol takes none.</param>
/// <param name="ValidationFraction">Of all ratings; null where the protocol takes none.</param>
/// <param name="ValidationProtocol">How validation was drawn from given training rows; null otherwise.</param>
public sealed record DatasetSplit(
    string Protocol,
    double? TestFraction,
    double? ValidationFraction,
    long Seed,
    string? ValidationProtocol = null
)
{
    /// <summary>The protocol's name where train and test came as files.</summary>
    public const string GivenFiles = "given-files";
}

public sealed record DatasetCounts
{
    /// <summary>Well-formed rows as read; movies are the rated ones.</summary>
    public required EntityCounts Before { get; init; }

    /// <summary>What the dataset holds; movies are the ranked ones.</summary>
    public required EntityCounts After { get; init; }

    /// <summary>Known movies, those below the thresholds included.</summary>
    public required int CatalogMovies { get; init; }

    /// <summary>Users of the dataset of whom age, gender, occupation or zip is known.</summary>
    public int UsersWithAttributes { get; init; }

    /// <summary>Ratings of a pair that was rated again later.</summary>
    public int DuplicateRatings { get; init; }

    /// <summary>Ratings of movies that the catalogue lacks; dropped.</summary>
    public int UncataloguedRatings { get; init; }

    /// <summary>Tag applications without a text; dropped.</summary>
    public int EmptyTags { get; init; }

    /// <summary>Tag applications to movies that the catalogue lacks; dropped.</summary>
    public int UncataloguedTags { get; init; }

    /// <summary>Movies dropped by <c>--require-tags</c>, unrated ones included.</summary>
    public int UntaggedMovies { get; init; }

    /// <summary>Ratings dropped with them.</summary>
    public int UntaggedRatings { get; init; }

    /// <summary>Malformed rows dropped by <c>--skip-bad-rows</c>.</summary>
    public int SkippedRows { get; init; }

    public required int TrainRatings { get; init; }
    public required int ValidationRatings { get; init; }
    public required int TestRatings { get; init; }

    /// <summary>First ratings of the new people that <c>--split cold-user</c> draws.</summary>
    public int SupportRatings { get; init; }

    /// <summary>What each pass of the threshold iteration removed.</summary>
    public IReadOnlyList<ThresholdPass> Passes { get; init; } = [];
}

public sealed record EntityCounts(int Users, int Movies, int Ratings, int TagApplications)
{
    /// <summary>Share of the user × movie cells that hold a rating.</summary>
    [JsonIgnore]
    public double Density => Users == 0 || Movies == 0 ? 0 : (double)Ratings / ((double)Users * Movies);
}

public sealed record ThresholdPass(int UsersRemoved, int MoviesRemoved, int RatingsLeft);
