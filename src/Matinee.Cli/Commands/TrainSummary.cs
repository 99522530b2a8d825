using System.Globalization;
using System.Text.Json;
using Matinee.Cli.Terminal;
using Matinee.Cli.Training;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>What <c>train</c> says at its end.</summary>
internal static class TrainSummary
{
    public static void Write(
        IAnsiConsole console,
        TrainingOutcome outcome,
        ModelKind kind,
        string outputDir,
        TimeSpan time
    )
    {
        BundleManifest manifest = outcome.Bundle.Manifest;
        JsonElement defaults = kind.ToJson(kind.DefaultOptions);
        if (manifest.Selection is { Trials.Count: > 1 } selection)
        {
            var trials = new Table().Border(TableBorder.Rounded).AddColumn("candidate");
            trials.AddColumn(new TableColumn($"validation {selection.Metric}").RightAligned());
            foreach (BundleTrial trial in selection.Trials)
            {
                string options = Markup.Escape(OptionText.Of(trial.Options, defaults));
                string value = trial.Value.ToString("F4", CultureInfo.InvariantCulture);
                bool chosen = trial.Options.GetRawText() == manifest.Options.GetRawText();
                trials.AddRow(chosen ? $"[green]{options} ✓[/]" : options, chosen ? $"[green]{value}[/]" : value);
            }

            console.Write(trials);
        }

        var facts = new Grid().AddColumn().AddColumn();
        facts.AddRow("model", manifest.Model);
        facts.AddRow("options", Markup.Escape(OptionText.Of(manifest.Options, defaults)));
        if (manifest.Selection is { } chosenBy)
        {
            facts.AddRow(
                "validation",
                string.Create(CultureInfo.InvariantCulture, $"{chosenBy.Metric} {chosenBy.Value:F4}")
            );
        }

        facts.AddRow("fitted on", $"{manifest.FittedOn}: {Numbers.Count(manifest.Dataset.FittedRatings)} ratings");
        facts.AddRow("users", Numbers.Count(manifest.Dataset.Users));
        facts.AddRow("movies", Numbers.Count(manifest.Dataset.RankedMovies));
        foreach ((string name, string value) in outcome.Logs?.Describe() ?? [])
        {
            facts.AddRow(name, value);
        }

        Tell(facts, outcome.Facts);
        facts.AddRow("written to", Markup.Escape(outputDir));
        if (outcome.Logs is not null)
        {
            string folder = Path.Combine(outputDir, ModelBundle.TrainingFolder);
            facts.AddRow("losses", Markup.Escape(Path.Combine(folder, TrainingLogs.FinalFile)));
            facts.AddRow("plot", Markup.Escape(Path.Combine(folder, TrainingLogs.PlotFile)));
        }

        facts.AddRow("time", Numbers.Seconds(time));
        console.Write(facts);
    }

    private static void Tell(Grid grid, IReadOnlyList<TrainingFact> facts)
    {
        // Of the first training: the others find what it encoded, and lack what it lacked.
        foreach (string name in new[] { TrainingFact.Texts, TrainingFact.NotInTheData })
        {
            if (facts.FirstOrDefault(fact => fact.Name == name) is { } told)
            {
                grid.AddRow(told.Name, Markup.Escape(told.Value));
            }
        }

        string[] resumed =
        [
            .. facts.Where(fact => fact.Name == TrainingFact.GoingOn).Select(fact => $"{fact.Training} {fact.Value}"),
        ];
        if (resumed.Length > 0)
        {
            grid.AddRow("went on", Markup.Escape(string.Join("; ", resumed)));
        }
    }
}
