using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>What diversity costs, as a table.</summary>
internal static class ParetoView
{
    public static void Write(IAnsiConsole console, IReadOnlyList<ParetoPoint> points)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("diversity");
        foreach (string header in new[] { "strength", "NDCG@10", "change", "genre diversity", "change" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach (ParetoPoint point in points)
        {
            table.AddRow(
                point.Method?.ToString().ToLowerInvariant() ?? "none",
                point.Strength.ToString(CultureInfo.InvariantCulture),
                Numbers.Fixed(point.Ndcg, 4),
                Change(point.Ndcg, points[0].Ndcg),
                Numbers.Fixed(point.Diversity, 4),
                Change(point.Diversity, points[0].Diversity)
            );
        }

        console.Write(table);
    }

    private static string Change(double value, double plain) =>
        plain > 0 ? ((value / plain) - 1).ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture) : "–";
}
