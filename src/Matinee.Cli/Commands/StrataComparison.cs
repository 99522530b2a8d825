using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Evaluation;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

internal sealed record StratumDifference(StratumKey Key, PairedDifference Difference);

/// <summary>Two evaluations stratum by stratum: where one model beats the other.</summary>
internal static class StrataComparison
{
    /// <summary>The strata that both evaluations have, in the first one's order.</summary>
    public static StratumDifference[] Make(PerUserValues first, PerUserValues second, int resamples, long seed)
    {
        var a = first.ReadStrata();
        var b = second.ReadStrata();
        int[] users = [.. a.Values.SelectMany(stratum => stratum.Keys).Distinct().Order()];
        StratumKey[] shared = [.. a.Keys.Where(b.ContainsKey)];
        PairedDifference[] differences = PairedBootstrap.CompareRatios(
            [
                .. shared.Select(key =>
                    (
                        users.Select(user => a[key].GetValueOrDefault(user).Numerator).ToArray(),
                        users.Select(user => b[key].GetValueOrDefault(user).Numerator).ToArray(),
                        users.Select(user => a[key].GetValueOrDefault(user).Denominator).ToArray()
                    )
                ),
            ],
            resamples,
            seed
        );
        return [.. shared.Zip(differences, (key, difference) => new StratumDifference(key, difference))];
    }

    public static void Render(IAnsiConsole console, StratumDifference[] strata)
    {
        foreach (IGrouping<string, StratumDifference> grouping in strata.GroupBy(stratum => stratum.Key.Grouping))
        {
            StratumKey first = grouping.First().Key;
            Table table = new Table()
                .Border(TableBorder.Rounded)
                .AddColumn(Markup.Escape($"{first.Metric}@{first.K}\nby {grouping.Key}"));
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
}
