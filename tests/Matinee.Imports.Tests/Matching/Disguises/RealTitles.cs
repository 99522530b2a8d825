using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data.Demo;
using Matinee.Data.Raw;
using nietras.SeparatedValues;

namespace Matinee.Imports.Tests.Matching.Disguises;

/// <summary>Catalogues of real titles.</summary>
internal static class RealTitles
{
    public static MovieCatalog Demo()
    {
        Movie[] movies =
        [
            .. DemoCatalogue
                .Load()
                .Select(movie => new Movie
                {
                    Id = new ItemId(movie.Id),
                    Title = movie.Title,
                    Year = movie.Year,
                }),
        ];
        return new MovieCatalog(movies, movies.Length);
    }

    /// <param name="folder">With MovieLens's <c>movies.csv</c> and <c>links.csv</c>.</param>
    public static MovieCatalog MovieLens(string folder)
    {
        Dictionary<int, string> imdb = [];
        using (SepReader links = Sep.Reader().FromFile(Path.Combine(folder, "links.csv")))
        {
            foreach (SepReader.Row row in links)
            {
                imdb.Add(row["movieId"].Parse<int>(), row["imdbId"].ToString());
            }
        }

        var movies = new List<Movie>();
        using SepReader titles = Sep.Reader(options => options with { Unescape = true })
            .FromFile(Path.Combine(folder, "movies.csv"));
        foreach (SepReader.Row row in titles)
        {
            string title = row["title"].ToString().Trim();
            int id = int.Parse(row["movieId"].Span, CultureInfo.InvariantCulture);
            movies.Add(
                new Movie
                {
                    Id = new ItemId(id),
                    Title = title,
                    Year = MovieTitle.Year(title),
                    ImdbId = imdb.GetValueOrDefault(id),
                }
            );
        }

        return new MovieCatalog(movies, movies.Count);
    }
}
