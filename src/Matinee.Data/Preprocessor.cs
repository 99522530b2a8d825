using Matinee.Core.Catalog;
using Matinee.Core.Interactions.Splits;
using Matinee.Data.Folders;
using Matinee.Data.Preparation;
using Matinee.Data.Raw;

namespace Matinee.Data;

/// <summary>Raw files in, dataset out: read, clean, apply the thresholds, index, split.</summary>
public static class Preprocessor
{
    private const string SimulatedMarker = "simulated.json";

    /// <summary>Prepares a dataset and writes it to a folder, which is replaced at the end or not at all.</summary>
    /// <exception cref="MatineeException">The data can't be used, or the folder holds something else.</exception>
    public static PreparedDataset Run(
        PreprocessOptions options,
        string outputDirectory,
        IProgress<PreprocessProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        // Refused before minutes of reading, not after.
        DatasetFolder.CheckReplaceable(outputDirectory);
        PreparedDataset prepared = Prepare(options, progress, cancellation);
        progress?.Report(new PreprocessProgress($"writing {outputDirectory}", 1));
        DatasetManifest manifest = DatasetFolder.Write(outputDirectory, prepared, cancellation);
        return prepared with { Dataset = prepared.Dataset with { Manifest = manifest } };
    }

    /// <summary>The same in memory; the manifest names no files yet.</summary>
    public static PreparedDataset Prepare(
        PreprocessOptions options,
        IProgress<PreprocessProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options.Validate();
        using var source = RawFilesSource.Open(options.DataDirectory, RatingsLayouts.All);
        var reading = new RawReading(options.SkipBadRows, progress, cancellation);
        List<Movie> movies = RawPlots.AddTo(source.Layout.ReadMovies(source.Files, reading), source.Files, reading);
        RawTags rawTags = source.Layout.ReadTags(source.Files, reading);
        var catalogIds = movies.Select(movie => movie.Id.Value).ToHashSet();
        RawUsers rawUsers = source.Layout.ReadUsers(source.Files, reading);
        var tags = new TagSummary(rawTags, catalogIds, options.Thresholds.MinTagsPerItem);
        if (options.Thresholds.RequireTags)
        {
            movies.RemoveAll(movie => !tags.HasEnough(movie.Id.Value));
        }

        using var table = new RatingTable();
        int rowsRead = ReadRatings(options, source, reading, table);
        progress?.Report(new PreprocessProgress("applying the thresholds", 1));
        RatingSelection selection = RatingSelection.Make(
            table,
            options.Thresholds,
            catalogIds,
            movies.Select(movie => movie.Id.Value).ToHashSet()
        );
        cancellation.ThrowIfCancellationRequested();
        MovieCatalog catalog = Catalog(movies, selection.MovieIds, tags);
        TagApplications kept = tags.Kept(catalog);
        progress?.Report(new PreprocessProgress("splitting", 1));
        var users = new UserMap(selection.UserIds);
        RatingColumns released = table.Release();
        Task<DatasetHash> hash = Task.Run(() => new DatasetHash(users, catalog, released));
        RatingColumns ratings = Split(released, options);
        UserAttributes? attributes = rawUsers.Of(users);
        var counts = new DatasetCounts
        {
            Before = new EntityCounts(
                selection.UsersRead,
                selection.MoviesRead,
                rowsRead,
                rawTags.Count + rawTags.EmptyCount
            ),
            After = new EntityCounts(users.Count, catalog.RankedCount, ratings.Count, kept.Count),
            CatalogMovies = catalog.Count,
            UsersWithAttributes = attributes?.KnownCount ?? 0,
            DuplicateRatings = selection.Replaced,
            UncataloguedRatings = selection.Uncatalogued,
            UncataloguedTags = tags.UncataloguedCount,
            EmptyTags = rawTags.EmptyCount,
            UntaggedMovies = catalogIds.Count - movies.Count,
            UntaggedRatings = selection.Untagged,
            SkippedRows = reading.Skipped.Count,
            TrainRatings = ratings.CountOf(SplitPart.Train),
            ValidationRatings = ratings.CountOf(SplitPart.Validation),
            TestRatings = ratings.CountOf(SplitPart.Test),
            SupportRatings = ratings.CountOf(SplitPart.Support),
            Passes = selection.Passes,
        };
        var manifest = new DatasetManifest
        {
            Source = new DatasetSource(
                source.Layout.Name,
                source.Files.Find(SimulatedMarker) is not null,
                reading.Sources
            ),
            Thresholds = new DatasetThresholds(
                options.Thresholds.MinUserRatings,
                options.Thresholds.MinMovieRatings,
                options.Thresholds.MinTagsPerItem,
                options.Thresholds.RequireTags
            ),
            Split = SplitRecord(options),
            Counts = counts,
            Hash = Finish(hash.GetAwaiter().GetResult()),
        };
        return new PreparedDataset(
            new Dataset(manifest, users, catalog, ratings) { Attributes = attributes },
            kept,
            reading.Skipped,
            reading.Notes
        );

        string Finish(DatasetHash hash)
        {
            using (hash)
            {
                return hash.Finish(attributes, catalog, ratings.Parts);
            }
        }
    }

    /// <returns>The number of rows read.</returns>
    private static int ReadRatings(
        PreprocessOptions options,
        RawFilesSource source,
        RawReading reading,
        RatingTable table
    )
    {
        IRatingsLayout layout = source.Layout;
        if (options.SplitFiles is not { } files)
        {
            layout.ReadRatings(layout.Ratings(source.Files), SplitPart.Train, table, reading);
            return table.Count;
        }

        layout.ReadRatings(RawFile.At(files.Train), SplitPart.Train, table, reading);
        if (files.Test is not null)
        {
            layout.ReadRatings(RawFile.At(files.Test), SplitPart.Test, table, reading);
        }

        int rowsRead = table.Count;
        if (files.Validation is not null)
        {
            // These repeat training rows, so they count as no rows of their own.
            layout.ReadRatings(RawFile.At(files.Validation), SplitPart.Validation, table, reading);
        }

        return rowsRead;
    }

    private static MovieCatalog Catalog(List<Movie> movies, int[] rankedIds, TagSummary tags)
    {
        var ranked = rankedIds.ToHashSet();
        return new MovieCatalog(
            [
                .. movies
                    .OrderBy(movie => !ranked.Contains(movie.Id.Value))
                    .ThenBy(movie => movie.Id.Value)
                    .AsParallel()
                    .AsOrdered()
                    .Select(movie => movie with { Tags = tags.Of(movie.Id.Value) }),
            ],
            rankedIds.Length
        );
    }

    private static RatingColumns Split(RatingColumns ratings, PreprocessOptions options) =>
        options.SplitFiles switch
        {
            null => ratings.WithParts(options.Split.Assign(ratings, options.Fractions, options.Seed)),
            { Validation: null } => GivenParts.WithValidation(ratings, options.Split, options.Fractions, options.Seed),
            _ => ratings,
        };

    private static DatasetSplit SplitRecord(PreprocessOptions options)
    {
        bool takesFractions = options.Split != SplitProtocol.LeaveLast;
        double? validation = takesFractions ? options.Fractions.Validation : null;
        return options.SplitFiles switch
        {
            null => new DatasetSplit(
                options.Split.Name(),
                takesFractions ? options.Fractions.Test : null,
                validation,
                options.Seed
            ),
            { Validation: null } => new DatasetSplit(
                DatasetSplit.GivenFiles,
                null,
                validation,
                options.Seed,
                options.Fractions.Validation > 0 ? options.Split.Name() : null
            ),
            _ => new DatasetSplit(DatasetSplit.GivenFiles, null, null, options.Seed),
        };
    }
}
