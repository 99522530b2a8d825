using System.CommandLine;
using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>compare</c>: two evaluations of the same task → differences with intervals and p-values.</summary>
internal static class CompareCommand
{
    private static readonly RankingMetric[] Metrics = Enum.GetValues<RankingMetric>();

    public static Command Create()
    {
        var a = new Argument<string>("A") { Description = "Folder of an evaluation." };
        var b = new Argument<string>("B") { Description = "Folder of another one on the same dataset." };
        Option<int> cutoff = CommonOptions.Whole("--top-k", 10, 1, "List length: 5, 10, 20 or 100.");
        Option<int> resamples = CommonOptions.Whole("--resamples", 10_000, 100, "Bootstrap resamples.");
        Option<long> seed = CommonOptions.Seed(42, "Seed of the bootstrap.");
        var also = new Option<string[]>("--also")
        {
            Description =
                "The same two models on another split, folders with a comma between; the splits are compared together, too.",
            HelpName = "A,B",
        };
        var command = new Command("compare", "Compare two evaluations user by user: difference, interval, p-value.")
        {
            a,
            b,
            cutoff,
            resamples,
            seed,
            also,
        };
        Session.SetAction(
            command,
            (session, parsed, _) =>
            {
                string left = parsed.GetRequiredValue(a);
                string right = parsed.GetRequiredValue(b);
                PerUserValues first = PerUserValues.Open(left);
                PerUserValues second = PerUserValues.Open(right);
                RefuseOtherTask(first.Report, second.Report);
                (PerUserValues A, PerUserValues B)[] others = PooledComparison.Open(parsed.GetValue(also) ?? []);
                foreach ((PerUserValues one, PerUserValues other) in others)
                {
                    RefuseOtherTask(one.Report, other.Report);
                }

                var bootstrap = new PairedOptions(parsed.GetValue(resamples), parsed.GetValue(seed));
                int k = parsed.GetValue(cutoff);
                ComparedMetric[] ratings = RatingComparison.Make(first, second, bootstrap);
                // Models that both only rate are compared by their ratings.
                ComparedMetric[] lists =
                    ratings.Length > 0 && (!Ranks(first.Report) || !Ranks(second.Report))
                        ? []
                        : [.. Metrics.Select(metric => Compare(first, second, metric, k, bootstrap))];
                ComparedMetric[] pooled =
                    others.Length == 0
                        ? []
                        : [.. Metrics.Select(metric => Pool([(first, second), .. others], metric, k, bootstrap))];
                StratumDifference[] strata = StrataComparison.Make(first, second, bootstrap);
                session.Out.MarkupLineInterpolated($"A: {Name(first.Report)} ({left})");
                session.Out.MarkupLineInterpolated($"B: {Name(second.Report)} ({right})");
                RenderLists(session.Out, first.Report, k, lists);
                RatingComparison.Render(session.Out, ratings);
                RenderTask(session.Out, first.Report);
                StrataComparison.Render(session.Out, strata);
                if (pooled.Length > 0)
                {
                    PooledComparison.Render(session.Out, k, 1 + others.Length, pooled);
                }

                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static bool Ranks(EvaluationReport report) => report.Models[0].Ranking.Count > 0;

    private static ComparedMetric Compare(
        PerUserValues first,
        PerUserValues second,
        RankingMetric metric,
        int k,
        PairedOptions bootstrap
    )
    {
        (SortedDictionary<int, double> a, SortedDictionary<int, double> b) = Read(first, second, metric, k);
        return new ComparedMetric(
            MetricNames.Of(metric),
            PairedBootstrap.Compare(a.Values.ToArray(), b.Values.ToArray(), bootstrap.Resamples, bootstrap.Seed)
        );
    }

    private static ComparedMetric Pool(
        IReadOnlyList<(PerUserValues A, PerUserValues B)> tasks,
        RankingMetric metric,
        int k,
        PairedOptions bootstrap
    ) =>
        new(
            MetricNames.Of(metric),
            PairedBootstrap.ComparePooled(
                [.. tasks.Select(task => Read(task.A, task.B, metric, k))],
                bootstrap.Resamples,
                bootstrap.Seed
            )
        );

    private static (SortedDictionary<int, double> A, SortedDictionary<int, double> B) Read(
        PerUserValues first,
        PerUserValues second,
        RankingMetric metric,
        int k
    )
    {
        SortedDictionary<int, double> a = first.Read(metric, k);
        SortedDictionary<int, double> b = second.Read(metric, k);
        if (a.Count > 0 && a.Keys.SequenceEqual(b.Keys))
        {
            return (a, b);
        }

        IEnumerable<int> cutoffs = first.Report.Models[0].Ranking.Select(figure => figure.K).OfType<int>().Distinct();
        throw new MatineeException(
            a.Count == 0 && b.Count == 0
                ? $"Neither evaluation has lists of length {k}; there are {string.Join(", ", cutoffs)}."
                : "The evaluations are of different users. Evaluate both models with the same --min-rating."
        );
    }

    private static void RefuseOtherTask(EvaluationReport a, EvaluationReport b)
    {
        if (a.Dataset.Hash != b.Dataset.Hash)
        {
            throw new MatineeException(
                "The evaluations are of different datasets or splits (their hashes differ); a difference between them "
                    + "would say nothing about the models. Evaluate both on one dataset."
            );
        }

        if (a.Protocol.Ranking != b.Protocol.Ranking)
        {
            throw new MatineeException(
                $"One evaluation ranks {a.Protocol.Ranking} and the other {b.Protocol.Ranking}; the figures are of different "
                    + "kinds. Evaluate both with the same --sampled-negatives."
            );
        }

        bool otherUsers = Ranks(a) && Ranks(b) && a.Protocol.Users != b.Protocol.Users;
        if (a.Protocol.MinRating != b.Protocol.MinRating || otherUsers)
        {
            throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The evaluations ask for different movies (--min-rating {a.Protocol.MinRating} and {b.Protocol.MinRating}). "
                        + $"Evaluate both with the same one."
                )
            );
        }

        if (a.Protocol.Hash is { } hash && b.Protocol.Hash is { } other && hash != other)
        {
            throw new MatineeException(
                "The evaluations ask different things (their protocol hashes differ: other test files, cutoffs or seeds). "
                    + "Evaluate both in the same way."
            );
        }
    }

    private static void RenderLists(IAnsiConsole console, EvaluationReport report, int k, ComparedMetric[] metrics)
    {
        if (metrics.Length > 0)
        {
            RenderMetrics(console, $"top {k}", metrics);
            console.MarkupLineInterpolated(
                $"Paired bootstrap over {report.Protocol.Users} users; p: two-sided, as if there were no difference."
            );
        }
    }

    internal static void RenderMetrics(IAnsiConsole console, string title, IEnumerable<ComparedMetric> metrics)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumn(title);
        foreach (string header in new[] { "A", "B", "A − B", "95% interval", "p" })
        {
            table.AddColumn(new TableColumn(header).RightAligned());
        }

        foreach ((string metric, PairedDifference difference) in metrics)
        {
            string text = Signed(difference.Difference);
            // An interval on one side of zero.
            bool clear = difference.Interval.Low > 0 || difference.Interval.High < 0;
            table.AddRow(
                metric,
                Numbers.Fixed(difference.MeanA, 4),
                Numbers.Fixed(difference.MeanB, 4),
                clear ? $"[bold]{text}[/]" : text,
                $"{Signed(difference.Interval.Low)} to {Signed(difference.Interval.High)}",
                difference.PValue.ToString(difference.PValue < 0.001 ? "0.0e0" : "0.000", CultureInfo.InvariantCulture)
            );
        }

        console.Write(table);
    }

    private static void RenderTask(IAnsiConsole console, EvaluationReport report)
    {
        if (report.Protocol.Hash is { } protocol)
        {
            console.MarkupLineInterpolated(
                $"[dim]Dataset {ProtocolFacts.Brief(report.Dataset.Hash)}, protocol {ProtocolFacts.Brief(protocol)}; ties: {report.Protocol.Ties}[/]"
            );
        }
    }

    private static string Name(EvaluationReport report) =>
        report.Models[0].Name
        + (report.Protocol.Engine ? " in the engine" : "")
        + (report.Protocol.Controls is { } controls ? $", {controls.Describe()}" : "");

    internal static string Signed(double value) =>
        value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);
}

/// <summary>How often and by which draws two evaluations are resampled.</summary>
internal readonly record struct PairedOptions(int Resamples, long Seed);

/// <summary>One metric of two evaluations.</summary>
internal sealed record ComparedMetric(string Name, PairedDifference Difference);
