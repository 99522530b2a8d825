using System.CommandLine;
using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Data.Demo;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary><c>matinee demo</c>: simulated ratings of real films, to try everything without a download.</summary>
internal static class DemoCommand
{
    private const int BarWidth = 40;
    private static readonly DemoOptions Defaults = new();

    public static Command Create()
    {
        var outputDir = new Option<string>("--output-dir")
        {
            Description = "Where to write; new, empty, or holding earlier demo data, which is replaced.",
            HelpName = "folder",
            DefaultValueFactory = _ => Path.Combine("data", "raw", "demo"),
        };
        Option<int> users = CommonOptions.Whole("--users", Defaults.Users, 1, "Simulated users.");
        Option<int> ratings = CommonOptions.Whole(
            "--ratings",
            Defaults.Ratings,
            1,
            "Ratings, all users together; at least 20 per user."
        );
        Option<long> seed = CommonOptions.Seed(Defaults.Seed, "Equal seeds give equal files.");
        var command = new Command("demo", "Simulate ratings of real films, to try Matinee without a download.")
        {
            outputDir,
            users,
            ratings,
            seed,
        };
        Session.SetAction(
            command,
            (session, parsed, cancellation) =>
            {
                string folder = parsed.GetRequiredValue(outputDir);
                var options = new DemoOptions
                {
                    Users = parsed.GetRequiredValue(users),
                    Ratings = parsed.GetRequiredValue(ratings),
                    Seed = parsed.GetRequiredValue(seed),
                };
                // Before the work, so that a folder that can't be used is reported at once.
                DemoFolder.EnsureReplaceable(folder);
                DemoData data = DemoGenerator.Generate(options, cancellation);
                DemoFolder.Write(data, folder, cancellation);
                Render(session, data, folder);
                return Task.FromResult(0);
            }
        );
        return command;
    }

    private static void Render(Session session, DemoData data, string folder)
    {
        IAnsiConsole console = session.Out;
        console.MarkupLineInterpolated($"Demo data written to [bold]{folder}[/]");
        console.MarkupLine("[yellow]The films are real; users, ratings and tag applications are simulated.[/]");
        console.WriteLine();

        var counts = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned());
        counts.AddRow("users", Grouped(data.Options.Users));
        counts.AddRow("films", Grouped(data.Movies.Count));
        counts.AddRow("ratings", Grouped(data.Ratings.Count));
        counts.AddRow("tag applications", Grouped(data.TagApplications.Count));
        counts.AddRow(
            "mean rating",
            data.Ratings.Average(rating => rating.Stars).ToString("0.00", CultureInfo.InvariantCulture)
        );
        console.Write(counts);
        console.WriteLine();
        RenderHistogram(console, data);

        console.WriteLine();
        console.WriteLine("Next:");
        session.RawOut.WriteLine($"  {ProgramName.Typed} preprocess --data-dir {Quoted(folder)}");
    }

    private static void RenderHistogram(IAnsiConsole console, DemoData data)
    {
        int[] byLevel = new int[10];
        foreach (DemoRating rating in data.Ratings)
        {
            byLevel[rating.HalfStars - 1]++;
        }

        int most = byLevel.Max();
        var bars = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned()).AddColumn();
        for (int level = 10; level > 0; level--)
        {
            int count = byLevel[level - 1];
            bars.AddRow(
                (level / 2.0).ToString("0.0", CultureInfo.InvariantCulture) + " stars",
                Grouped(count),
                new string('█', (int)Math.Ceiling((double)BarWidth * count / most))
            );
        }

        console.Write(bars);
    }

    private static string Grouped(int value) => value.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Quoted(string folder) =>
        folder.Contains(' ', StringComparison.Ordinal) ? $"\"{folder}\"" : folder;
}
