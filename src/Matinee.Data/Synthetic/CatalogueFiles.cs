using System.Globalization;
using Matinee.Data.Demo;
using Matinee.Data.Simulation;

namespace Matinee.Data.Synthetic;

/// <summary><c>movies.csv</c> and <c>links.csv</c>: made-up titles, MovieLens's genre frequencies, ids of nothing.</summary>
internal static class CatalogueFiles
{
    private const int FirstYear = 1920;
    private const int LastYear = 2023;

    // Some titles as they trip up readers of CSV: an article after a comma, quotes.
    private const int ArticleEvery = 20;
    private const int QuotesEvery = 97;

    // Ids that neither IMDb nor TMDB has given to anything, so that a lookup can't show a real film.
    private const int UnusedImdbIds = 900_000_000;
    private const int UnusedTmdbIds = 1_900_000_000;
    private const int WithoutTmdbEvery = 700;

    private const string NoGenres = "(no genres listed)";
    private const double NoGenresShare = 0.08;

    // A genre is this much more frequent in the four taste groups of 16 that favour it.
    private const double FavourFactor = 2.5;
    private const int FavouringGroups = 4;

    // Shares of movies in ml-25m, in the order of DemoCatalogue.Genres.
    private static readonly double[] GenreShares =
    [
        0.118, // Action
        0.066, // Adventure
        0.047, // Animation
        0.047, // Children
        0.270, // Comedy
        0.085, // Crime
        0.090, // Documentary
        0.410, // Drama
        0.044, // Fantasy
        0.006, // Film-Noir
        0.096, // Horror
        0.017, // Musical
        0.047, // Mystery
        0.124, // Romance
        0.058, // Sci-Fi
        0.139, // Thriller
        0.030, // War
        0.022, // Western
    ];

    public static void Write(SyntheticWorld world, string folder, CancellationToken cancellation)
    {
        using var movies = new StreamWriter(Path.Combine(folder, "movies.csv")) { NewLine = "\n" };
        using var links = new StreamWriter(Path.Combine(folder, "links.csv")) { NewLine = "\n" };
        movies.WriteLine("movieId,title,genres");
        links.WriteLine("movieId,imdbId,tmdbId");
        for (int movie = 0; movie < world.Catalogue.Count; movie++)
        {
            cancellation.ThrowIfCancellationRequested();
            int id = movie + 1;
            // The purpose is the catalogue's, too, but its own numbers are below zero.
            var draws = new Draws(world.Options.Seed, DrawPurpose.Catalogue, -id);
            string title = CsvCell.Of(Title(id, draws));
            string genres = Genres(world.Catalogue.FirstGroups[movie], draws);
            movies.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id},{title},{genres}"));
            string tmdb = id % WithoutTmdbEvery == 0 ? "" : (UnusedTmdbIds + id).ToString(CultureInfo.InvariantCulture);
            links.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id},{UnusedImdbIds + id},{tmdb}"));
        }
    }

    private static string Title(int id, Draws draws)
    {
        // More films of late: the larger of two.
        int span = LastYear - FirstYear + 1;
        int year = FirstYear + Math.Max(draws.Below(span), draws.Below(span));
        string movie = id % QuotesEvery == 0 ? "\"Movie\"" : "Movie";
        string article = id % ArticleEvery == 0 ? ", The" : "";
        return string.Create(CultureInfo.InvariantCulture, $"Synthetic {movie} {id}{article} ({year})");
    }

    private static string Genres(int group, Draws draws)
    {
        if (draws.Chance(NoGenresShare))
        {
            return NoGenres;
        }

        var genres = new List<string>();
        while (genres.Count == 0)
        {
            for (int genre = 0; genre < GenreShares.Length; genre++)
            {
                if (draws.Chance(Share(genre, group)))
                {
                    genres.Add(DemoCatalogue.Genres[genre]);
                }
            }
        }

        return string.Join('|', genres);
    }

    private static double Share(int genre, int group)
    {
        // Given that none is drawn again, and that some have none: about what makes the shares come out.
        double share = GenreShares[genre];
        double favoured = Math.Min(FavourFactor, 0.95 / share);
        const double others = TasteProfile.Groups - FavouringGroups;
        bool favours = (group + 5 * genre) % TasteProfile.Groups < FavouringGroups;
        return share * (favours ? favoured : (TasteProfile.Groups - FavouringGroups * favoured) / others);
    }
}
