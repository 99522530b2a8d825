using Matinee.Core.Catalog;
using Matinee.Core.Catalog.Facets;

namespace Matinee.Api.Tests.Importing;

/// <summary>Movies as Letterboxd's export has them.</summary>
internal static class LetterboxdCsv
{
    public const string Header = "Date,Name,Year,Letterboxd URI,Rating";

    /// <summary>Rated on 2021-01-01.</summary>
    public static string Row(Movie movie, string stars) =>
        $"2021-01-01,{Quoted(movie)},{movie.Year},https://boxd.it/{movie.Id},{stars}";

    public static string Quoted(Movie movie) => $"\"{Spoken(movie).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>As other sites write its title.</summary>
    public static string Spoken(Movie movie)
    {
        string title = ReadingTitle.Of(movie);
        int bracket = title.IndexOf(" (", StringComparison.Ordinal);
        return bracket < 0 ? title : title[..bracket];
    }
}
