using System.CommandLine;
using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Models;
using Matinee.Data.Download;
using Matinee.Data.Synthetic;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>matinee synthesize</c>: made-up ratings of any size in MovieLens's shape, for work at scale.</summary>
internal static class SynthesizeCommand
{
    private const int BarWidth = 40;
    private static readonly SyntheticOptions Defaults = new();

    private static readonly Option<int> Users = CommonOptions.Whole("--users", Defaults.Users, 1, "Users.");

    private static readonly Option<int> Movies = CommonOptions.Whole(
        "--movies",
        Defaults.Movies,
        1,
        "Movies in the catalogue."
    );

    private static readonly Option<long> Ratings = CommonOptions.Whole(
        "--ratings",
        Defaults.Ratings,
        1,
        "Ratings, all users together; 20 or more per user if there are enough."
    );

    private static readonly Option<long?> Tags = CommonOptions.OptionalWhole(
        "--tags",
        0L,
        "Tag applications, all users together; default 6 per 100 ratings."
    );

    private static readonly Option<long> Seed = CommonOptions.Seed(Defaults.Seed, "Equal seeds give equal files.");

    private static readonly Option<string> OutputDir = new("--output-dir")
    {
        Description = "Where to write; new, empty, or holding earlier synthetic data, which is replaced.",
        HelpName = "folder",
        DefaultValueFactory = _ => Path.Combine("data", "raw", "synthetic"),
    };

    public static Command Create()
    {
        var command = new Command("synthesize", "Make up ratings of any size in MovieLens's shape, for work at scale.")
        {
            Users,
            Movies,
            Ratings,
            Tags,
            Seed,
            OutputDir,
        };
        Session.SetAction(
            command,
            async (session, parsed, cancellation) =>
            {
                string folder = parsed.GetRequiredValue(OutputDir);
                var options = new SyntheticOptions
                {
                    Users = parsed.GetRequiredValue(Users),
                    Movies = parsed.GetRequiredValue(Movies),
                    Ratings = parsed.GetRequiredValue(Ratings),
                    Tags = parsed.GetValue(Tags),
                    Seed = parsed.GetRequiredValue(Seed),
                };
                SyntheticSummary summary = await session.RunAsync(
                    "synthesizing",
                    progress => SyntheticData.Write(options, folder, new WrittenShare(progress), cancellation)
                );
                Render(session, summary, folder);
                return 0;
            }
        );
        return command;
    }

    private static void Render(Session session, SyntheticSummary summary, string folder)
    {
        IAnsiConsole console = session.Out;
        console.MarkupLineInterpolated(
            $"Synthetic data written to [bold]{folder}[/] ({ByteSize.Format(summary.Bytes)})"
        );
        console.MarkupLine("[yellow]Everything is made up: movies, users, ratings and tag applications.[/]");
        console.WriteLine();

        Grid counts = Columns().AddColumn();
        counts.AddRow("users", Numbers.Count(summary.Options.Users), Describe(summary.PerUser));
        counts.AddRow("movies", Numbers.Count(summary.Options.Movies), Describe(summary.PerMovie));
        counts.AddRow("ratings", Numbers.Count(summary.Options.Ratings), $"mean {Numbers.Fixed(summary.MeanStars, 2)}");
        counts.AddRow("tag applications", Numbers.Count(summary.TagApplications), "");
        console.Write(counts);
        console.WriteLine();
        RenderHistogram(console, summary);

        console.WriteLine();
        console.WriteLine("Next:");
        session.RawOut.WriteLine($"  {ProgramName.Typed} preprocess --data-dir {Quoted(folder)}");
    }

    private static void RenderHistogram(IAnsiConsole console, SyntheticSummary summary)
    {
        long most = summary.ByHalfStars.Max();
        Grid bars = Columns().AddColumn();
        for (int level = summary.ByHalfStars.Count; level > 0; level--)
        {
            long count = summary.ByHalfStars[level - 1];
            bars.AddRow(
                (level / 2.0).ToString("0.0", CultureInfo.InvariantCulture) + " stars",
                Numbers.Count(count),
                new string('█', (int)Math.Ceiling((double)BarWidth * count / most))
            );
        }

        console.Write(bars);
    }

    private static Grid Columns() => new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());

    private static string Describe(CountRange range) =>
        $"ratings each: {Numbers.Count(range.Least)} to {Numbers.Count(range.Most)}, "
        + $"median {Numbers.Count(range.Median)}, mean {Numbers.Fixed(range.Mean, 1)}";

    private static string Quoted(string folder) =>
        folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;

    private sealed class WrittenShare(IProgress<TrainingProgress> display) : IProgress<double>
    {
        public void Report(double value) => display.Report(new TrainingProgress("synthesizing", value, Loss: null));
    }
}
