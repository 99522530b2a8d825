using System.Text;
using Matinee.Cli.Terminal;
using Matinee.Core.Catalog;
using Matinee.Core.Ranking;
using Matinee.Imports.Exports;

namespace Matinee.Cli.Commands;

/// <summary>A list of recommendations as other sites read it.</summary>
internal static class RecommendationExport
{
    public const string Letterboxd = "letterboxd";
    public const string ImdbIds = "imdb-ids";

    public static bool IsFormat(string format) => format is Letterboxd or ImdbIds;

    public static void Write(Session session, string format, MovieCatalog catalog, IReadOnlyList<Recommendation> list)
    {
        using var text = new MemoryStream();
        int leftOut = FilmExport.Write(
            text,
            ExportFormats.Parse(format),
            [.. list.Select(one => ExportedFilm.Of(catalog[one.Item], stars: null, time: null))]
        );
        session.RawOut.Write(Encoding.UTF8.GetString(text.ToArray()));
        if (leftOut > 0)
        {
            session.Warn(
                $"{Numbers.Count(leftOut)} of {Numbers.Count(list.Count)} movies have no IMDb id and are left out."
            );
        }
    }
}
