using System.Globalization;
using Matinee.Core.Interactions;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>What <c>preprocess</c> prints when it is done.</summary>
internal sealed class PreprocessSummary(IAnsiConsole console, PreparedDataset prepared)
{
    private const int BarLength = 40;
    private readonly DatasetManifest manifest = prepared.Dataset.Manifest;

    public void Write(string output, TimeSpan elapsed)
    {
        WriteCounts();
        WriteDropped();
        WritePasses();
        WriteHistogram();
        WriteSplit();
        console.WriteLine(
            $"{(manifest.Source.Simulated ? "Simulated data. " : "")}Wrote {output} in "
                + string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s.")
        );
    }

    private void WriteCounts()
    {
        EntityCounts before = manifest.Counts.Before;
        EntityCounts after = manifest.Counts.After;
        Table table = Numbers("", "before", "after");
        table.AddRow("Users", Text(before.Users), Text(after.Users));
        if (manifest.Counts.UsersWithAttributes > 0)
        {
            table.AddRow("Users with attributes", "", Text(manifest.Counts.UsersWithAttributes));
        }

        table.AddRow("Rated movies", Text(before.Movies), Text(after.Movies));
        table.AddRow("Ratings", Text(before.Ratings), Text(after.Ratings));
        table.AddRow("Tag applications", Text(before.TagApplications), Text(after.TagApplications));
        table.AddRow("Density", Percent(before.Density, "0.000"), Percent(after.Density, "0.000"));
        table.AddRow("Catalogue movies", "", Text(manifest.Counts.CatalogMovies));
        console.Write(table);
    }

    private void WriteDropped()
    {
        DatasetCounts counts = manifest.Counts;
        (int Count, string What)[] dropped =
        [
            (counts.SkippedRows, "Malformed rows skipped (skipped-rows.csv lists them)"),
            (counts.DuplicateRatings, "Ratings replaced by a later one of the same user and movie"),
            (counts.UncataloguedRatings, "Ratings of movies that the catalogue lacks, dropped"),
            (counts.UntaggedRatings, "Ratings of movies without enough tags, dropped"),
            (counts.UntaggedMovies, "Movies without enough tags, dropped"),
            (counts.UncataloguedTags, "Tag applications to movies that the catalogue lacks, dropped"),
            (counts.EmptyTags, "Tag applications without a text, dropped"),
        ];
        foreach ((int count, string what) in dropped.Where(entry => entry.Count > 0))
        {
            console.WriteLine($"{what}: {Text(count)}");
        }
    }

    private void WritePasses()
    {
        DatasetThresholds thresholds = manifest.Thresholds;
        string rule =
            $"Thresholds: {thresholds.MinUserRatings} ratings per user, {thresholds.MinMovieRatings} per movie, "
            + $"{thresholds.MinTagsPerItem} tags per movie";
        if (manifest.Counts.Passes.Count == 0)
        {
            console.WriteLine($"{rule}; no user or movie is below.");
            console.WriteLine();
            return;
        }

        console.WriteLine(rule);
        Table table = Numbers("pass", "users dropped", "movies dropped", "ratings left");
        foreach ((int n, ThresholdPass pass) in manifest.Counts.Passes.Index())
        {
            table.AddRow(Text(n + 1), Text(pass.UsersRemoved), Text(pass.MoviesRemoved), Text(pass.RatingsLeft));
        }

        console.Write(table);
    }

    private void WriteHistogram()
    {
        // Half-star bins; a finer rating counts with the nearest.
        var bins = new int[11];
        foreach (float value in prepared.Dataset.Ratings.Values)
        {
            bins[(int)MathF.Round(value * 2, MidpointRounding.AwayFromZero)]++;
        }

        Table table = Numbers("stars", "ratings", "").HideHeaders();
        int most = bins.Max();
        for (int bin = 1; bin < bins.Length; bin++)
        {
            table.AddRow(
                (bin / 2.0).ToString("0.0", CultureInfo.InvariantCulture),
                Text(bins[bin]),
                new string('█', (int)Math.Round((double)bins[bin] * BarLength / most))
            );
        }

        table.Columns[2].LeftAligned();
        console.Write(table);
    }

    private void WriteSplit()
    {
        DatasetCounts counts = manifest.Counts;
        Table table = Numbers($"split: {manifest.Split.Protocol}", "ratings", "share");
        foreach (
            (string name, int count) in new[]
            {
                ("train", counts.TrainRatings),
                ("validation", counts.ValidationRatings),
                ("test", counts.TestRatings),
                ("support", counts.SupportRatings),
            }.Where(part => part.Item1 != "support" || part.Item2 > 0)
        )
        {
            table.AddRow(name, Text(count), Percent((double)count / counts.After.Ratings, "0.0"));
        }

        console.Write(table);
    }

    private static Table Numbers(string first, params string[] rest)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(first);
        foreach (string name in rest)
        {
            table.AddColumn(name, column => column.RightAligned());
        }

        return table;
    }

    private static string Text(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share, string format) =>
        (share * 100).ToString(format, CultureInfo.InvariantCulture) + "%";
}
