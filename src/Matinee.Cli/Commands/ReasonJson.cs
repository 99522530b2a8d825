using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Models;
using Matinee.Core.Ranking;

namespace Matinee.Cli.Commands;

/// <summary>An explanation as the <c>reasons</c> and <c>texts</c> of a recommendation in JSON.</summary>
internal static class ReasonJson
{
    public static void Write(Utf8JsonWriter json, Explanation explanation, MovieCatalog catalog)
    {
        json.WriteStartArray("reasons");
        foreach (Reason reason in explanation.Reasons)
        {
            json.WriteStartObject();
            switch (reason)
            {
                case Reason.RatedMovie rated:
                    Movie movie = catalog[rated.Movie];
                    json.WriteString("kind", "rated-movie");
                    json.WriteNumber("movieId", movie.Id.Value);
                    json.WriteString("title", movie.Title);
                    json.WriteNumber("rating", rated.Rating);
                    json.WriteBoolean("liked", rated.Liked);
                    break;
                case Reason.Popularity popular:
                    json.WriteString("kind", "popularity");
                    json.WriteNumber("raters", popular.Raters);
                    json.WriteNumber("users", popular.Users);
                    break;
                case Reason.RatedWell well:
                    json.WriteString("kind", "rated-well");
                    json.WriteNumber("stars", well.Stars);
                    json.WriteNumber("raters", well.Raters);
                    break;
            }

            json.WriteNumber("share", Math.Round(reason.Share, 4));
            json.WriteString("text", ReasonText.Of(reason, catalog));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (explanation.Texts is { } texts)
        {
            WriteTexts(json, texts);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, TextReason reason)
    {
        json.WriteStartObject("texts");
        json.WriteNumber("share", Math.Round(reason.Share, 4));
        json.WriteString("text", TextReasonText.Of(reason));
        json.WriteStartArray("named");
        foreach (NamedText text in reason.Texts)
        {
            json.WriteStartObject();
            json.WriteString("kind", OptionRules.ConfigName(text.Kind.ToString()));
            json.WriteString("text", text.Text);
            json.WriteNumber("part", Math.Round(text.Part, 4));
            json.WriteNumber("attention", Math.Round(text.Attention, 4));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
