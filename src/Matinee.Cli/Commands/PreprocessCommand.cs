using System.CommandLine;
using Matinee.Cli.Terminal;
using Matinee.Core.Interactions;
using Matinee.Data;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>matinee preprocess</c>: raw files to a dataset folder.</summary>
internal static class PreprocessCommand
{
    private const int LoggedBadRows = 20;

    public static Command Create()
    {
        var command = new Command(
            "preprocess",
            "Turn raw ratings into a dataset: clean, filter, split, write Parquet."
        );
        PreprocessFlags.AddTo(command);
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string output = parsed.GetRequiredValue(PreprocessFlags.OutputDir);
                await RunAsync(session, PreprocessFlags.Read(parsed), output, cancellation);
                return 0;
            }
        );
        return command;
    }

    public static async Task RunAsync(
        Session session,
        PreprocessOptions options,
        string output,
        CancellationToken cancellation
    )
    {
        long start = TimeProvider.System.GetTimestamp();
        PreparedDataset prepared = await PreprocessProgressBar.RunAsync(
            session,
            progress => Preprocessor.Run(options, output, progress, cancellation)
        );
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(start);
        Report(session, prepared);
        new PreprocessSummary(session.Out, prepared).Write(output, elapsed);
    }

    private static void Report(Session session, PreparedDataset prepared)
    {
        ILogger logger = session.Loggers.CreateLogger("Matinee.Preprocess");
        foreach (string note in prepared.Notes)
        {
            session.Error.WriteLine($"note: {note}");
        }

        if (prepared.Dataset.Manifest.Counts.UncataloguedRatings is > 0 and int uncatalogued)
        {
            session.Warn($"movies that the catalogue lacks have ratings, which were dropped: {uncatalogued}.");
        }

        foreach ((int n, ThresholdPass pass) in prepared.Dataset.Manifest.Counts.Passes.Index())
        {
            logger.LogInformation(
                "Threshold pass {Pass}: {Users} users and {Movies} movies dropped, {Ratings} ratings left",
                n + 1,
                pass.UsersRemoved,
                pass.MoviesRemoved,
                pass.RatingsLeft
            );
        }

        foreach (BadRow row in prepared.Skipped.Take(LoggedBadRows))
        {
            logger.LogWarning("Skipped {Row}", row.Summary);
        }
    }
}
