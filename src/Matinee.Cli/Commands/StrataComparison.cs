using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

internal sealed record StratumDifference(StratumKey Key, PairedDifference Difference);

/// <summary>Two evaluations stratum by stratum: where one model beats the other.</summary>
internal static class StrataComparison
{
    /// <summary>The strata that both evaluations have, in the first one's order.</summary>
    public static StratumDifference[] Make(PerUserValues first, PerUserValues second, PairedOptions bootstrap)
    {
        var a = first.ReadStrata();
        var b = second.ReadStrata();
        // Lists and ratings are asked of different users, who are drawn apart.
        return
        [
            .. a
                .Keys.GroupBy(key => key.K is null)
                .SelectMany(keys =>
                {
                    int[] users = [.. keys.SelectMany(key => a[key].Keys).Distinct().Order()];
                    StratumKey[] shared = [.. keys.Where(b.ContainsKey)];
                    return keys.Key ? Errors(shared, users) : Shares(shared, users);
                }),
        ];

        IEnumerable<StratumDifference> Shares(StratumKey[] shared, int[] users) =>
            shared.Zip(
                PairedBootstrap.CompareRatios(
                    [.. shared.Select(key => Sums(key, users))],
                    bootstrap.Resamples,
                    bootstrap.Seed
                ),
                (key, difference) => new StratumDifference(key, difference)
            );

        IEnumerable<StratumDifference> Errors(StratumKey[] shared, int[] users) =>
            shared.Select(key =>
            {
                (double[] left, double[] right, double[] counts) = Sums(key, users);
                return new StratumDifference(
                    key,
                    PairedBootstrap.CompareRatios(
                        left,
                        right,
                        counts,
                        mean => MetricNames.OfMean(key.Metric, mean),
                        bootstrap.Resamples,
                        bootstrap.Seed
                    )
                );
            });

        (double[], double[], double[]) Sums(StratumKey key, int[] users) =>
            (
                users.Select(user => a[key].GetValueOrDefault(user).Numerator).ToArray(),
                users.Select(user => b[key].GetValueOrDefault(user).Numerator).ToArray(),
                users.Select(user => a[key].GetValueOrDefault(user).Denominator).ToArray()
            );
    }

    public static void Render(IAnsiConsole console, StratumDifference[] strata)
    {
        foreach (var grouping in strata.GroupBy(stratum => (stratum.Key.Grouping, stratum.Key.Metric, stratum.Key.K)))
        {
            Table table = new Table()
                .Border(TableBorder.Rounded)
                .AddColumn(Markup.Escape($"{grouping.Key.Metric}{At(grouping.Key.K)}\nby {grouping.Key.Grouping}"));
            foreach (string header in new[] { "A", "B", "A − B", "95% interval" })
            {
                table.AddColumn(new TableColumn(header).RightAligned());
            }

            foreach ((StratumKey key, PairedDifference difference) in grouping)
            {
                string text = CompareCommand.Signed(difference.Difference);
                bool clear = difference.Interval.Low > 0 || difference.Interval.High < 0;
                table.AddRow(
                    Markup.Escape(key.Stratum),
                    Numbers.Fixed(difference.MeanA, 4),
                    Numbers.Fixed(difference.MeanB, 4),
                    clear ? $"[bold]{text}[/]" : text,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{CompareCommand.Signed(difference.Interval.Low)} to {CompareCommand.Signed(difference.Interval.High)}"
                    )
                );
            }

            console.Write(table);
        }
    }

    private static string At(int? k) =>
        k is { } length ? string.Create(CultureInfo.InvariantCulture, $"@{length}") : "";
}
