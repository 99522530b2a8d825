using System.Globalization;
using System.Text.Json;
using Matinee.Cli.Terminal;
using Matinee.Cli.Training;
using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
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
        if (outcome.Bundle.Model is BlendModel blend)
        {
            Describe(facts, blend);
        }
        else
        {
            facts.AddRow("options", Markup.Escape(OptionText.Of(manifest.Options, defaults)));
        }

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

    private static void Describe(Grid grid, BlendModel blend)
    {
        grid.AddRow("models", string.Join(", ", blend.Models.Select(model => model.Kind)));
        IEnumerable<string> weights = blend
            .Options.Weights!.OrderByDescending(weight => Math.Abs(weight.Value))
            .Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key} {weight.Value:F2}"));
        grid.AddRow("weights", string.Join(", ", weights));
        if (blend.Options.NestedNdcg is { } nested)
        {
            grid.AddRow(
                "nested",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ndcg@10 {nested:F4} on held-out ratings, by weights learned from other people"
                )
            );
        }
    }

    private static void Tell(Grid grid, IReadOnlyList<TrainingFact> facts)
    {
        // Of the first training: the others find what it encoded, and lack what it lacked.
        foreach (string name in new[] { TrainingFact.Texts, TrainingFact.NotInTheData, TrainingFact.GradedOn })
        {
            if (facts.FirstOrDefault(fact => fact.Name == name) is { } told)
            {
                grid.AddRow(told.Name, Markup.Escape(told.Value));
            }
        }

        string[] takenOver =
        [
            .. facts.Where(fact => fact.Name == TrainingFact.TakenOver).Select(fact => fact.Value).Distinct(),
        ];
        if (takenOver.Length > 0)
        {
            grid.AddRow("taken over", string.Join(", ", takenOver));
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
