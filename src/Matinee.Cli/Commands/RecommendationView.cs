using System.Globalization;
using System.Text.Json;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Ranking;
using Matinee.Data;
using Spectre.Console;

namespace Matinee.Cli.Commands;

/// <summary>A list of recommendations as a table, JSON or CSV.</summary>
internal static class RecommendationView
{
    // Below three stars a movie is nobody's favourite.
    private const float LeastLiked = 3;

    public static void Write(
        Session session,
        string format,
        ModelBundle bundle,
        UserHistory history,
        IReadOnlyList<Recommendation> list,
        IReadOnlyList<Explanation>? explanations,
        int? userId
    )
    {
        switch (format)
        {
            case "json":
                WriteJson(session.RawOut, bundle, list, explanations, userId);
                break;
            case "csv":
                WriteCsv(session.RawOut, bundle, list, explanations);
                break;
            default:
                WriteTable(session.Out, bundle, history, list, explanations, userId);
                break;
        }
    }

    /// <param name="explanations">One per movie of the list, its first reasons shown instead of the genres; null: none.</param>
    public static void WriteTable(
        IAnsiConsole console,
        ModelBundle bundle,
        UserHistory history,
        IReadOnlyList<Recommendation> list,
        IReadOnlyList<Explanation>? explanations,
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
        table.AddColumn(explanations is null ? "genres" : "because of");
        table.AddColumn(new TableColumn("★").RightAligned());
        for (int n = 0; n < list.Count; n++)
        {
            Movie movie = bundle.Catalog[list[n].Item];
            table.AddRow(
                (n + 1).ToString(CultureInfo.InvariantCulture),
                Markup.Escape(movie.Title),
                Markup.Escape(
                    explanations is null
                        ? string.Join(", ", movie.Genres)
                        : MainReasons(explanations[n], bundle.Catalog)
                ),
                Stars(list[n].Rating)
            );
        }

        console.Write(table);
    }

    private static string Stars(RatingPrediction rating) =>
        Numbers.Fixed(rating.Mean, 1)
        + (rating.StandardDeviation is { } deviation ? $" ± {Numbers.Fixed(deviation, 1)}" : "");

    // Two lines, so that ten movies stay on one screen.
    private static string MainReasons(Explanation explanation, MovieCatalog catalog)
    {
        const int Lines = 2;
        IEnumerable<string> reasons = explanation.Reasons.Select(reason => ReasonText.Brief(reason, catalog));
        IEnumerable<string> lines = explanation.Texts is { SaysMoreThanTheTitle: true } texts
            ? reasons.Take(Lines - 1).Append(TextReasonText.Brief(texts))
            : reasons.Take(Lines);
        return string.Join('\n', lines.DefaultIfEmpty(ReasonText.Nothing));
    }

    private static void WriteFavourites(IAnsiConsole console, MovieCatalog catalog, UserHistory history)
    {
        const int Shown = 3;
        IEnumerable<string> favourites = Enumerable
            .Range(0, history.Count)
            .Where(n => history.Ratings[n] >= LeastLiked)
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

    public static void WriteJson(
        TextWriter writer,
        ModelBundle bundle,
        IReadOnlyList<Recommendation> list,
        IReadOnlyList<Explanation>? explanations,
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
                WriteMovie(json, n + 1, bundle.Catalog, list[n], explanations?[n]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteMovie(
        Utf8JsonWriter json,
        int rank,
        MovieCatalog catalog,
        Recommendation recommendation,
        Explanation? explanation
    )
    {
        Movie movie = catalog[recommendation.Item];
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
        if (recommendation.Rating.StandardDeviation is { } deviation)
        {
            json.WriteNumber("predictedRatingStandardDeviation", deviation);
        }

        if (explanation is not null)
        {
            ExplanationJson.Of(explanation, catalog).WriteTo(json);
        }

        json.WriteEndObject();
    }

    public static void WriteCsv(
        TextWriter writer,
        ModelBundle bundle,
        IReadOnlyList<Recommendation> list,
        IReadOnlyList<Explanation>? explanations
    )
    {
        bool spread = list.Any(movie => movie.Rating.StandardDeviation is not null);
        string deviations = spread ? ",predictedRatingStandardDeviation" : "";
        writer.WriteLine(
            $"rank,movieId,title,genres,score,predictedRating{deviations}{(explanations is null ? "" : ",reasons")}"
        );
        for (int n = 0; n < list.Count; n++)
        {
            Movie movie = bundle.Catalog[list[n].Item];
            string reasons = explanations is null
                ? ""
                : "," + CsvCell.Of(ReasonText.Sentence(explanations[n], bundle.Catalog));
            string deviation = spread
                ? string.Create(CultureInfo.InvariantCulture, $",{list[n].Rating.StandardDeviation}")
                : "";
            writer.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{n + 1},{movie.Id},{CsvCell.Of(movie.Title)},{CsvCell.Of(string.Join('|', movie.Genres))},{list[n].Score},{list[n].Rating.Mean}{deviation}{reasons}"
                )
            );
        }
    }
}
