using System.Globalization;
using System.Text.Json;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>A list of recommendations as a table, JSON or CSV.</summary>
internal static class RecommendationView
{
    public static void Write(
        Session session,
        string format,
        ModelBundle bundle,
        UserHistory history,
        IReadOnlyList<Recommendation> list,
        int? userId
    )
    {
        switch (format)
        {
            case "json":
                WriteJson(session.RawOut, bundle, list, userId);
                break;
            case "csv":
                WriteCsv(session.RawOut, bundle, list);
                break;
            default:
                WriteTable(session.Out, bundle, history, list, userId);
                break;
        }
    }

    public static void WriteTable(
        IAnsiConsole console,
        ModelBundle bundle,
        UserHistory history,
        IReadOnlyList<Recommendation> list,
        int? userId
    )
    {
        string who = userId is { } id ? string.Create(CultureInfo.InvariantCulture, $"user {id}") : "you";
        string simulated = bundle.Manifest.Dataset.Simulated ? " (simulated data)" : "";
        console.MarkupLineInterpolated(
            $"[bold]Recommended for {who}[/]{simulated}, by {bundle.Manifest.Model} from {history.Count} ratings"
        );
        WriteFavourites(console, bundle.Catalog, history);
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("#").RightAligned());
        table.AddColumn("movie");
        table.AddColumn("genres");
        table.AddColumn(new TableColumn("★").RightAligned());
        for (int n = 0; n < list.Count; n++)
        {
            Movie movie = bundle.Catalog[list[n].Item];
            table.AddRow(
                (n + 1).ToString(CultureInfo.InvariantCulture),
                Markup.Escape(movie.Title),
                Markup.Escape(string.Join(", ", movie.Genres)),
                Numbers.Fixed(list[n].Rating.Mean, 1)
            );
        }

        console.Write(table);
    }

    private static void WriteFavourites(IAnsiConsole console, MovieCatalog catalog, UserHistory history)
    {
        const int Shown = 3;
        IEnumerable<string> favourites = Enumerable
            .Range(0, history.Count)
            .OrderByDescending(n => history.Ratings[n])
            .ThenByDescending(n => history.Timestamps[n])
            .Take(Shown)
            .Select(n =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{catalog[new ItemIndex(history.Items[n])].Title} ★{history.Ratings[n]:0.0}"
                )
            );
        string text = string.Join(", ", favourites);
        if (text.Length > 0)
        {
            console.MarkupLineInterpolated($"[dim]Favourites: {text}[/]");
        }
    }

    private static void WriteJson(
        TextWriter writer,
        ModelBundle bundle,
        IReadOnlyList<Recommendation> list,
        int? userId
    )
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            if (userId is { } id)
            {
                json.WriteNumber("userId", id);
            }

            json.WriteString("model", bundle.Manifest.Model);
            json.WriteBoolean("simulated", bundle.Manifest.Dataset.Simulated);
            json.WriteStartArray("recommendations");
            for (int n = 0; n < list.Count; n++)
            {
                WriteMovie(json, n + 1, bundle.Catalog[list[n].Item], list[n]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteMovie(Utf8JsonWriter json, int rank, Movie movie, Recommendation recommendation)
    {
        json.WriteStartObject();
        json.WriteNumber("rank", rank);
        json.WriteNumber("id", movie.Id.Value);
        json.WriteString("title", movie.Title);
        if (movie.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        json.WriteStartArray("genres");
        foreach (string genre in movie.Genres)
        {
            json.WriteStringValue(genre);
        }

        json.WriteEndArray();
        json.WriteNumber("score", recommendation.Score);
        json.WriteNumber("predictedRating", recommendation.Rating.Mean);
        json.WriteEndObject();
    }

    private static void WriteCsv(TextWriter writer, ModelBundle bundle, IReadOnlyList<Recommendation> list)
    {
        writer.WriteLine("rank,movieId,title,genres,score,predictedRating");
        for (int n = 0; n < list.Count; n++)
        {
            Movie movie = bundle.Catalog[list[n].Item];
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{n + 1},{movie.Id},{Quoted(movie.Title)},{Quoted(string.Join('|', movie.Genres))},{list[n].Score},{list[n].Rating.Mean}"
                )
            );
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
