using Matinee.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Matinee.Cli.Diagnosis;

/// <summary>Findings as a table that 80 columns hold, and the verdict below it.</summary>
internal static class FindingsView
{
    /// <param name="unicode">Whether the terminal has more than ASCII.</param>
    public static IRenderable Of(IReadOnlyList<Finding> findings, bool unicode)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders();
        table.AddColumn(new TableColumn("").Padding(0, 0, 1, 0).NoWrap());
        table.AddColumn(new TableColumn("").Padding(0, 0, 2, 0).NoWrap());
        table.AddColumn(new TableColumn("").Padding(0, 0, 0, 0));
        foreach (Finding finding in findings)
        {
            string text = Markup.Escape(ProgramName.In(finding.Detail));
            table.AddRow(
                Mark(finding.Status, unicode),
                Markup.Escape(finding.Name),
                finding.Fix is { } fix ? $"{text}\n[dim]{Markup.Escape(fix)}[/]" : text
            );
        }

        return new Rows(table, new Markup(""), new Markup(Verdict(findings)));
    }

    internal static string Verdict(IReadOnlyList<Finding> findings)
    {
        int failed = findings.Count(finding => finding.Status == FindingStatus.Failed);
        int warnings = findings.Count(finding => finding.Status == FindingStatus.Warning);
        string warned = warnings switch
        {
            0 => "",
            1 => "; 1 thing is worth a look",
            _ => $"; {warnings} things are worth a look",
        };
        return failed switch
        {
            0 => $"[green]Matinee can work here[/]{warned}.",
            1 => $"[red]1 thing needs mending[/]{warned}.",
            _ => $"[red]{failed} things need mending[/]{warned}.",
        };
    }

    private static string Mark(FindingStatus status, bool unicode) =>
        status switch
        {
            FindingStatus.Ok => unicode ? "[green]✓[/]" : "[green]+[/]",
            FindingStatus.Warning => "[yellow]![/]",
            _ => unicode ? "[red]✗[/]" : "[red]x[/]",
        };
}
