using System.CommandLine;
using Matinee.Api.Store;
using Matinee.Api.Store.Export;
using Matinee.Cli.Configuration;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Artifacts;
using Matinee.Data.Export;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>export-ratings</c>: what users said since the training, put together with it for the next one.</summary>
internal static class ExportRatingsCommand
{
    public static Command Create()
    {
        Option<string?> store = CommonOptions.Store("The server's user store; servers may be running.");
        Option<string> modelPath = CommonOptions.ModelPath();
        var outputDir = new Option<string>("--output-dir")
        {
            Description = "Where to write; new, empty, or holding an earlier export, which is replaced.",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("data", "raw", "export"),
        };
        var command = new Command(
            "export-ratings",
            "Write the model's ratings and the user store's as MovieLens files, for the next training."
        )
        {
            store,
            modelPath,
            outputDir,
        };
        Session.SetAction(
            command,
            (session, parsed, cancellation) =>
                RunAsync(
                    session,
                    CommonOptions.Store(parsed, store),
                    parsed.GetRequiredValue(modelPath),
                    parsed.GetRequiredValue(outputDir),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Session session,
        string store,
        string modelPath,
        string folder,
        CancellationToken cancellation
    )
    {
        // Before the work, so that what can't be used is reported at once.
        MovieLensFolder.EnsureReplaceable(folder);
        await using UserStoreReader reader = UserStoreReader.Open(store);
        var bundle = ModelBundle.Load(modelPath, KnownModels.Kinds);
        Render(session, await WriteAsync(reader, bundle, modelPath, folder, cancellation), folder);
        return 0;
    }

    /// <summary>What the model's users and the store's said, as one folder.</summary>
    /// <param name="modelPath">Of the bundle, for messages.</param>
    /// <exception cref="MatineeException">The bundle has no histories, or the store can't be read.</exception>
    internal static async Task<MovieLensCounts> WriteAsync(
        UserStoreReader reader,
        ModelBundle bundle,
        string modelPath,
        string folder,
        CancellationToken cancellation
    )
    {
        BundleHistories histories =
            bundle.Histories
            ?? throw new MatineeException(
                $"{modelPath} was published without its users' histories, so their ratings are not there to export. "
                    + "Pass the model as it was trained with --model-path."
            );
        IReadOnlyList<StoredMovie> added = await reader.MoviesAsync(cancellation);
        var content = new MovieLensContent
        {
            Movies = MergedMovies.Of(bundle.Catalog, added),
            Ratings = MergedRatings
                .AllAsync(histories, bundle.Catalog.Items, reader, cancellation)
                .ToBlockingEnumerable(cancellation)
                .SelectMany(InOrderOfTime),
            Simulated = bundle.Manifest.Dataset.Simulated,
        };
        return MovieLensFolder.Write(folder, content, cancellation);
    }

    private static IEnumerable<MovieLensRating> InOrderOfTime(UserRatings user) =>
        user
            .Ratings.OrderBy(rating => rating.Timestamp)
            .ThenBy(rating => rating.MovieId)
            .Select(rating => new MovieLensRating(
                user.UserId,
                rating.MovieId,
                rating.Stars.GetValueOrDefault(),
                rating.Timestamp
            ));

    private static void Render(Session session, MovieLensCounts counts, string folder)
    {
        if (counts.UnknownMovies > 0)
        {
            session.Warn(
                $"{Numbers.Count(counts.UnknownMovies)} ratings of movies that neither the model nor the store knows are left out."
            );
        }

        session.Out.MarkupLineInterpolated($"Ratings written to [bold]{folder}[/]");
        var table = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        table.AddRow("users", Numbers.Count(counts.Users));
        table.AddRow("movies", Numbers.Count(counts.Movies));
        table.AddRow("ratings", Numbers.Count(counts.Ratings));
        session.Out.Write(table);
        session.Out.WriteLine();
        session.Out.WriteLine("Next:");
        session.RawOut.WriteLine($"  {ProgramName.Typed} preprocess --data-dir {folder}");
    }
}
