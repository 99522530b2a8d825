using System.Globalization;
using Matinee.Cli.Terminal;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports;
using Matinee.Imports.Matching;
using Matinee.Imports.Preview;
using Spectre.Console;

namespace Matinee.Cli.Importing;

/// <summary>A plan for people: what is certain in numbers, what is doubtful film by film.</summary>
/// <param name="all">Whether every film and row is shown, or the first of each kind.</param>
internal sealed class ImportView(IAnsiConsole console, MovieCatalog catalog, bool all)
{
    private readonly int most = all ? int.MaxValue : 10;

    public void Write(string file, ImportPlan plan)
    {
        console.MarkupLineInterpolated(
            $"[bold]{file}[/]: {ImportSources.NameOf(plan.Source)}, {Counted.Of(plan.Counts.Rows, "rows")}"
        );
        foreach (string note in plan.Notes)
        {
            console.MarkupLineInterpolated($"[dim]{note}[/]");
        }

        console.WriteLine();
        console.Write(Counts(plan));
        if (all)
        {
            Recognised(plan);
        }

        Ambiguous(plan);
        Films(plan, MatchStatus.Unknown, "Not in this model's catalogue");
        Films(plan, MatchStatus.LeftOut, "Left out, as you chose");
        Merged(plan);
        Skipped(plan);
    }

    private static Grid Counts(ImportPlan plan)
    {
        Grid grid = new Grid()
            .AddColumn()
            .AddColumn(new GridColumn().RightAligned())
            .AddColumn(new GridColumn().RightAligned());
        Row("recognised", MatchStatus.Matched, plan.Counts.Matched);
        Row("for you to decide", MatchStatus.Ambiguous, plan.Counts.Ambiguous);
        Row("unknown", MatchStatus.Unknown, plan.Counts.Unknown);
        Row("left out", MatchStatus.LeftOut, plan.Counts.LeftOut);
        if (plan.Counts.Skipped > 0)
        {
            grid.AddRow("skipped", "", Counted.Of(plan.Counts.Skipped, "rows"));
        }

        foreach ((int count, string what) in Found(plan))
        {
            grid.AddRow($"[dim]{what}[/]", $"[dim]{Counted.Of(count, "movies")}[/]", "");
        }

        return grid;

        void Row(string what, MatchStatus status, int rows)
        {
            if (rows > 0 || status == MatchStatus.Matched)
            {
                int films = plan.Films.Count(film => film.Match.Status == status);
                grid.AddRow(what, Counted.Of(films, "films"), Counted.Of(rows, "rows"));
            }
        }
    }

    private static IEnumerable<(int Count, string What)> Found(ImportPlan plan)
    {
        (int Count, string What)[] found =
        [
            (plan.Ratings.Count, "  rated"),
            (plan.Watched.Count, "  watched"),
            (plan.Liked.Count, "  liked"),
            (plan.Wanted.Count, "  on the watchlist"),
            (plan.Owned.Count, "  in the library"),
        ];
        return found.Where(one => one.Count > 0);
    }

    private void Recognised(ImportPlan plan)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Item is not null)];
        Heading("Recognised", films.Length);
        foreach (PlannedFilm film in films)
        {
            console.MarkupLineInterpolated(
                $"  {Name(film.Film)} [dim]{film.Film.Key}: {ImportWords.Of(film.Match.By!.Value)}[/] {catalog[film.Match.Item!.Value].Title}"
            );
        }
    }

    private void Ambiguous(ImportPlan plan)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Status == MatchStatus.Ambiguous)];
        Heading("For you to decide", films.Length);
        foreach (PlannedFilm film in films.Take(most))
        {
            console.MarkupLineInterpolated($"  {Name(film.Film)} [dim]{film.Film.Key}[/]");
            foreach (ItemIndex item in film.Match.Candidates)
            {
                // Two may have one title and one year.
                string imdb = catalog[item].ImdbId is { Length: > 0 } id ? $" tt{id}" : "";
                console.MarkupLineInterpolated($"    [dim]{catalog[item].Id}[/] {catalog[item].Title}[dim]{imdb}[/]");
            }
        }

        More(films.Length);
    }

    private void Films(ImportPlan plan, MatchStatus status, string heading)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Status == status)];
        Heading(heading, films.Length);
        foreach (PlannedFilm film in films.Take(most))
        {
            console.MarkupLineInterpolated($"  {Name(film.Film)} [dim]{film.Film.Key}[/]");
        }

        More(films.Length);
    }

    private void Merged(ImportPlan plan)
    {
        PlannedFilm[] films = [.. plan.Films.Where(film => film.Match.Item is not null && film.Note is not null)];
        Heading("Of one movie with others", films.Length);
        foreach (PlannedFilm film in films.Take(most))
        {
            console.MarkupLineInterpolated($"  {Name(film.Film)} [dim]{film.Film.Key}: {film.Note}[/]");
        }

        More(films.Length);
    }

    private void Skipped(ImportPlan plan)
    {
        Heading("Skipped", plan.Skipped.Count);
        if (all)
        {
            foreach (SkippedRow row in plan.Skipped)
            {
                console.MarkupLineInterpolated($"  {row.Reason} [dim]{row.Place}{Of(row)}[/]");
            }

            return;
        }

        IGrouping<string, SkippedRow>[] reasons =
        [
            .. plan.Skipped.GroupBy(row => row.Reason).OrderByDescending(rows => rows.Count()),
        ];
        foreach (IGrouping<string, SkippedRow> reason in reasons.Take(most))
        {
            SkippedRow first = reason.First();
            string rows = reason.Count() == 1 ? "" : $"{Counted.Of(reason.Count(), "rows")}, the first is ";
            console.MarkupLineInterpolated($"  {reason.Key} [dim]{rows}{first.Place}{Of(first)}[/]");
        }

        More(reasons.Length);
    }

    private void Heading(string text, int films)
    {
        if (films > 0)
        {
            console.WriteLine();
            console.MarkupLineInterpolated($"[bold]{text}[/]");
        }
    }

    private void More(int count)
    {
        if (count > most)
        {
            console.MarkupLineInterpolated($"  [dim]and {Numbers.Count(count - most)} more: --all shows them[/]");
        }
    }

    private static string Of(SkippedRow row) => row.What.Length == 0 ? "" : $": {row.What}";

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
