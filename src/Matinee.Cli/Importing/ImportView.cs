using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Spectre.Console;

namespace Matinee.Cli.Importing;

/// <summary>A plan for people: what is certain in numbers, what is doubtful film by film.</summary>
internal static class ImportView
{
    private const int MostShown = 10;

    public static void Write(Session session, string file, ImportPlan plan, MovieCatalog catalog)
    {
        IAnsiConsole console = session.Out;
        console.MarkupLineInterpolated(
            $"[bold]{file}[/]: {ImportSources.NameOf(plan.Source)}, {Numbers.Count(plan.Counts.Rows)} rows"
        );
        foreach (string note in plan.Notes)
        {
            console.MarkupLineInterpolated($"[dim]{note}[/]");
        }

        console.WriteLine();
        console.Write(Counts(plan));
        Ambiguous(console, plan, catalog);
        Films(console, plan, MatchStatus.Unknown, "Not in this model's catalogue");
        Films(console, plan, MatchStatus.LeftOut, "Left out, as you chose");
        Skipped(console, plan);
    }

    private static Grid Counts(ImportPlan plan)
    {
        Grid grid = new Grid().AddColumn().AddColumn(new GridColumn().RightAligned()).AddColumn();
        Row("recognised", plan.Counts.Matched, Found(plan));
        Row("for you to decide", plan.Counts.Ambiguous, "");
        Row("unknown", plan.Counts.Unknown, "");
        Row("left out", plan.Counts.LeftOut, "");
        Row("skipped", plan.Counts.Skipped, "");
        return grid;

        void Row(string what, int rows, string more)
        {
            if (rows > 0 || what == "recognised")
            {
                grid.AddRow(what, Numbers.Count(rows), Markup.Escape(more));
            }
        }
    }

    private static string Found(ImportPlan plan)
    {
        (int Count, string What)[] found =
        [
            (plan.Ratings.Count, "rated"),
            (plan.Watched.Count, "watched"),
            (plan.Liked.Count, "liked"),
            (plan.Wanted.Count, "on the watchlist"),
            (plan.Owned.Count, "in the library"),
        ];
        string text = string.Join(
            ", ",
            found.Where(one => one.Count > 0).Select(one => $"{Numbers.Count(one.Count)} {one.What}")
        );
        return text.Length == 0 ? "" : $"films: {text}";
    }

    private static void Ambiguous(IAnsiConsole console, ImportPlan plan, MovieCatalog catalog)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Status == MatchStatus.Ambiguous)];
        if (films.Length == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold]For you to decide[/]");
        foreach (PlannedFilm film in films.Take(MostShown))
        {
            console.MarkupLineInterpolated($"  {Name(film.Film)} [dim]{film.Film.Key}[/]");
            foreach (ItemIndex item in film.Match.Candidates)
            {
                // Two may have one title and one year.
                string imdb = catalog[item].ImdbId is { Length: > 0 } id ? $" tt{id}" : "";
                console.MarkupLineInterpolated($"    [dim]{catalog[item].Id}[/] {catalog[item].Title}[dim]{imdb}[/]");
            }
        }

        More(console, films.Length);
    }

    private static void Films(IAnsiConsole console, ImportPlan plan, MatchStatus status, string heading)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Status == status)];
        if (films.Length == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{heading}[/]");
        foreach (PlannedFilm film in films.Take(MostShown))
        {
            console.MarkupLineInterpolated($"  {Name(film.Film)} [dim]{film.Film.Key}[/]");
        }

        More(console, films.Length);
    }

    private static void Skipped(IAnsiConsole console, ImportPlan plan)
    {
        if (plan.Skipped.Count == 0)
        {
            return;
        }

        console.WriteLine();
        console.MarkupLine("[bold]Skipped[/]");
        foreach (
            IGrouping<string, SkippedRow> reason in plan
                .Skipped.GroupBy(row => row.Reason)
                .OrderByDescending(rows => rows.Count())
                .Take(MostShown)
        )
        {
            SkippedRow first = reason.First();
            string rows = reason.Count() == 1 ? "" : $"{Numbers.Count(reason.Count())} rows, the first is ";
            console.MarkupLineInterpolated($"  {reason.Key} [dim]{rows}{first.Place}: {first.What}[/]");
        }

        More(console, plan.Skipped.GroupBy(row => row.Reason).Count());
    }

    private static void More(IAnsiConsole console, int all)
    {
        if (all > MostShown)
        {
            console.MarkupLineInterpolated($"  [dim]and {Numbers.Count(all - MostShown)} more[/]");
        }
    }

    private static string Name(ImportedFilm film)
    {
        string name =
            film.Title.Length > 0 ? film.Title
            : film.Numbers.Imdb is { } imdb ? string.Create(CultureInfo.InvariantCulture, $"tt{imdb:D7}")
            : film.Numbers.Tmdb is { } tmdb ? string.Create(CultureInfo.InvariantCulture, $"tmdb:{tmdb}")
            : string.Create(CultureInfo.InvariantCulture, $"movie {film.Numbers.MovieLens}");
        return film.Year is { } year ? string.Create(CultureInfo.InvariantCulture, $"{name} ({year})") : name;
    }
}
