using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Matinee.Cli.Commands;

/// <summary>The versions of a model folder as a table that 80 columns hold: a name is there to be copied, so it never wraps.</summary>
internal static class ModelVersionsView
{
    public static IRenderable Of(ModelHistory history)
    {
        string current = history.Current().Name;
        var table = new Table().Border(TableBorder.None);
        table.AddColumn(Column(""));
        table.AddColumn(Column("version (UTC)"));
        table.AddColumn(new TableColumn("model").Padding(0, 0, 1, 0));
        table.AddColumn(Column("fitted on"));
        table.AddColumn(Column("ratings").RightAligned());
        table.AddColumn(Column("validation").RightAligned());
        foreach (ModelVersion version in history.Versions())
        {
            BundleManifest manifest = ModelBundle.ReadManifest(version);
            bool isCurrent = version.Name == current;
            string[] cells =
            [
                isCurrent ? "*" : "",
                version.Name,
                manifest.Model,
                manifest.FittedOn == BundleManifest.FittedOnTrainValidation ? "train+val" : manifest.FittedOn,
                Numbers.Count(manifest.Dataset.FittedRatings),
                manifest.Selection is { } selection
                    ? $"{selection.Metric} {Numbers.Fixed(selection.Value, 4)}"
                    : "none held out",
            ];
            table.AddRow([
                .. cells.Select(cell => isCurrent ? $"[green]{Markup.Escape(cell)}[/]" : Markup.Escape(cell)),
            ]);
        }

        return new Rows(table, new Markup("* the version that answers"));
    }

    private static TableColumn Column(string header) => new TableColumn(header).Padding(0, 0, 1, 0).NoWrap();
}
