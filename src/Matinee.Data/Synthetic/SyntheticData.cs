using Matinee.Data.Download;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary>
/// Ratings of any size in MovieLens's shape and layout, streamed to CSV: only one block of users per thread is in
/// memory. docs/synthetic-data.md describes the model and its figures.
/// </summary>
public static class SyntheticData
{
    private const string Generator = "matinee synthesize";
    private const int Version = 1;
    private const int RatingsPerBlock = 1 << 16;
    private const int UsersPerBlock = 1 << 12;
    private const int FileBuffer = 1; // Blocks are large already; another copy would only cost time.
    private static readonly SimulatedFolder Rules = new("synthetic", Generator);

    /// <summary>Writes a new folder, or replaces one that holds nothing but earlier synthetic data.</summary>
    /// <param name="progress">Share of the ratings that are written, 0 to 1.</param>
    public static SyntheticSummary Write(
        SyntheticOptions options,
        string folder,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options.Validate();
        Rules.EnsureReplaceable(folder);
        FreeSpace.Require(
            Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)),
            ExpectedBytes(options),
            "synthetic data"
        );
        SyntheticSummary? summary = null;
        Rules.Write(folder, fresh => summary = WriteFiles(options, fresh, progress, cancellation));
        return summary!;
    }

    private static SyntheticSummary WriteFiles(
        SyntheticOptions options,
        string folder,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        SyntheticWorld world = SyntheticWorld.Create(options);
        CatalogueFiles.Write(world, folder, cancellation);
        SyntheticTally tally = WriteUsers(world, folder, progress, cancellation);
        new SimulatedMarker(
            Simulated: true,
            Generator,
            Version,
            options.Users,
            options.Movies,
            options.Ratings,
            options.TagApplications,
            options.Seed,
            "Everything is made up: movies, users, ratings and tag applications. Good for measuring speed and memory, "
                + "not for conclusions about people or movies."
        ).WriteTo(folder);
        return new SyntheticSummary(
            options,
            options.TagApplications,
            new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length),
            tally.ByLevel[1..].ToArray(),
            CountRange.Of(world.RatingCounts),
            CountRange.Of(tally.ByMovie.ToArray())
        );
    }

    private static SyntheticTally WriteUsers(
        SyntheticWorld world,
        string folder,
        IProgress<double>? progress,
        CancellationToken cancellation
    )
    {
        List<UserBlock> blocks = Blocks(world.RatingCounts);
        UserSimulation[] workers =
        [
            .. Enumerable
                .Range(0, Math.Clamp(world.Options.MaxThreads, 1, blocks.Count))
                .Select(_ => new UserSimulation(world)),
        ];
        using FileStream ratings = Create(folder, "ratings.csv", "userId,movieId,rating,timestamp\n"u8);
        using FileStream tags = Create(folder, "tags.csv", "userId,movieId,tag,timestamp\n"u8);
        long done = 0;
        OrderedBlocks.Run(
            blocks.Count,
            workers,
            (worker, block) =>
            {
                worker.Ratings.Clear();
                worker.Tags.Clear();
                for (int user = blocks[block].First; user < blocks[block].End; user++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    worker.Append(user);
                }
            },
            (worker, block) =>
            {
                ratings.Write(worker.Ratings.Written);
                tags.Write(worker.Tags.Written);
                done += blocks[block].Ratings;
                progress?.Report((double)done / world.Options.Ratings);
            },
            cancellation
        );
        foreach (UserSimulation other in workers.Skip(1))
        {
            workers[0].Tally.Add(other.Tally);
        }

        return workers[0].Tally;
    }

    private static List<UserBlock> Blocks(IReadOnlyList<int> counts)
    {
        var blocks = new List<UserBlock>();
        int first = 0;
        long ratings = 0;
        for (int user = 0; user < counts.Count; user++)
        {
            ratings += counts[user];
            if (ratings >= RatingsPerBlock || user + 1 - first == UsersPerBlock || user + 1 == counts.Count)
            {
                blocks.Add(new UserBlock(first, user + 1, ratings));
                first = user + 1;
                ratings = 0;
            }
        }

        return blocks;
    }

    private static FileStream Create(string folder, string name, ReadOnlySpan<byte> header)
    {
        var file = new FileStream(
            Path.Combine(folder, name),
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.Read,
            FileBuffer
        );
        file.Write(header);
        return file;
    }

    /// <summary>A little more than the files will have.</summary>
    private static long ExpectedBytes(SyntheticOptions options)
    {
        const int starsTimeAndCommas = 17;
        const int tagAndTime = 24;
        const int titleGenresAndLinks = 100;
        int ids = Digits(options.Users) + Digits(options.Movies);
        return options.Ratings * (ids + starsTimeAndCommas)
            + options.TagApplications * (ids + tagAndTime)
            + (long)options.Movies * titleGenresAndLinks;
    }

    private static int Digits(int number) => number < 10 ? 1 : 1 + Digits(number / 10);

    /// <param name="End">The first user after the block.</param>
    private readonly record struct UserBlock(int First, int End, long Ratings);
}
