using Matinee.Core.Artifacts;
using Matinee.Data.Download;
using Matinee.Data.Registry;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>What a registry offers, as a table and a line for each model.</summary>
internal static class RegistryView
{
    public static void Write(IAnsiConsole console, RegistryLocation location, ModelRegistry registry)
    {
        if (registry.Models.Count == 0)
        {
            console.MarkupLineInterpolated($"{location.Text} offers no model yet.");
            return;
        }

        var table = new Table().Border(TableBorder.None);
        table.AddColumn(new TableColumn("name").NoWrap());
        table.AddColumn(new TableColumn("size").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("trained").NoWrap());
        table.AddColumn(new TableColumn("what it is"));
        foreach (RegistryEntry model in registry.Models)
        {
            bool readable = model.BundleSchemaVersion == BundleManifest.CurrentSchemaVersion;
            string text = (readable ? "" : "(needs another Matinee) ") + model.Description;
            table.AddRow(
                Markup.Escape(model.Name),
                ByteSize.Format(model.Bytes),
                Markup.Escape(model.Created),
                Markup.Escape(text)
            );
        }

        console.Write(table);
    }
}
