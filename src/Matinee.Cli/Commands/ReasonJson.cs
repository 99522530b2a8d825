using System.Text.Json;
using Matinee.Core.Catalog;
using Matinee.Core.Ranking;

namespace Matinee.Cli.Commands;

/// <summary>An explanation as the <c>reasons</c> of a recommendation in JSON.</summary>
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
    }
}
