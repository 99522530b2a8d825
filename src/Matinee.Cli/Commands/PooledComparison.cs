using System.Globalization;
using Matinee.Core;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>Pairs of evaluations of several tasks as one.</summary>
internal static class PooledComparison
{
    /// <param name="also">Pairs of folders: <c>reports/a2,reports/b2</c>.</param>
    /// <exception cref="MatineeException">A text is no pair.</exception>
    public static (PerUserValues A, PerUserValues B)[] Open(IEnumerable<string> also) =>
        [
            .. also.Select(text =>
                text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    is [var a, var b]
                    ? (PerUserValues.Open(a), PerUserValues.Open(b))
                    : throw new MatineeException(
                        $"--also {text} is no pair. Write two folders with a comma between: --also reports/a2,reports/b2"
                    )
            ),
        ];

    public static void Render(IAnsiConsole console, int k, int tasks, IEnumerable<ComparedMetric> metrics)
    {
        CompareCommand.RenderMetrics(
            console,
            string.Create(CultureInfo.InvariantCulture, $"{tasks} tasks, top {k}"),
            metrics
        );
        console.MarkupLine("Paired bootstrap over people, each drawn with all of their tasks.");
    }
}
