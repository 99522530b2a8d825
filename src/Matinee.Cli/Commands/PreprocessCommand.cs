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
        Session.SetAction(command, RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, CancellationToken cancellation)
    {
        PreprocessOptions options = PreprocessFlags.Read(parsed);
        string output = parsed.GetValue(PreprocessFlags.OutputDir)!;
        long start = TimeProvider.System.GetTimestamp();
        PreparedDataset prepared = await PreprocessProgressBar.RunAsync(
            session,
            progress => Preprocessor.Run(options, output, progress, cancellation)
        );
        TimeSpan elapsed = TimeProvider.System.GetElapsedTime(start);
        Report(session, prepared);
        new PreprocessSummary(session.Out, prepared).Write(output, elapsed);
        return 0;
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
