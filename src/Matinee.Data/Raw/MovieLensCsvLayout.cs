using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>
/// The CSV files of MovieLens 20M, 25M, 32M, latest and latest-small: <c>ratings.csv</c> and <c>movies.csv</c>, and where
/// they are there <c>tags.csv</c> and <c>links.csv</c>.
/// </summary>
internal sealed class MovieLensCsvLayout : IRatingsLayout
{
    private const string RatingsName = "ratings.csv";
    private const string MoviesName = "movies.csv";

    public string Name => "movielens-csv";

    public string Wanted => $"{RatingsName} with {MoviesName}";

    public bool Recognises(RawFiles files) => files.Find(RatingsName) is not null && files.Find(MoviesName) is not null;

    public RawFile Ratings(RawFiles files) => files.Find(RatingsName)!;

    public void ReadRatings(RawFile file, SplitPart part, RatingTable ratings, RawReading reading) =>
        RawRatings.Read(file, RawRatings.Comma, part, ratings, reading);

    public List<Movie> ReadMovies(RawFiles files, RawReading reading)
    {
        var movies = new MovieRows();
        CsvTable.Read(
            files.Find(MoviesName)!,
            ["movieId", "title", "genres"],
            reading,
            row => movies.Add(row, GenreNames.Parse(row.Text(2)))
        );
        return WithLinks(movies.Movies, files, reading);
    }

    public RawTags ReadTags(RawFiles files, RawReading reading)
    {
        var tags = new RawTags();
        if (files.Find("tags.csv") is not { } file)
        {
            reading.Note("There is no tags.csv: movies will have no tags.");
            return tags;
        }

        CsvTable.Read(file, ["userId", "movieId", "tag", "timestamp"], reading, row => tags.Add(row));
        return tags;
    }

    public RawUsers ReadUsers(RawFiles files, RawReading reading) => new();

    private static List<Movie> WithLinks(List<Movie> movies, RawFiles files, RawReading reading)
    {
        if (files.Find("links.csv") is not { } file)
        {
            reading.Note("There is no links.csv: movies will have no IMDb and TMDB numbers.");
            return movies;
        }

        var links = new Dictionary<int, (string? Imdb, int? Tmdb)>();
        CsvTable.Read(
            file,
            ["movieId", "imdbId", "tmdbId?"],
            reading,
            row =>
            {
                if (
                    row.TryId(0, out int id)
                    && TryImdbId(row, 1, out string? imdb)
                    && row.TryOptionalId(2, out int? tmdb)
                )
                {
                    links[id] = (imdb, tmdb);
                }
            }
        );
        return
        [
            .. movies.Select(movie =>
                links.TryGetValue(movie.Id.Value, out (string? Imdb, int? Tmdb) link)
                    ? movie with
                    {
                        ImdbId = link.Imdb,
                        TmdbId = link.Tmdb,
                    }
                    : movie
            ),
        ];
    }

    // Text, not a number: 0114709 and 114709 are one movie to a reader and two to a URL.
    private static bool TryImdbId(CsvRow row, int column, out string? id)
    {
        ReadOnlySpan<char> text = row.Text(column).Trim();
        ReadOnlySpan<char> digits = text.StartsWith("tt", StringComparison.Ordinal) ? text[2..] : text;
        id = digits.IsEmpty ? null : digits.ToString();
        return !digits.ContainsAnyExceptInRange('0', '9') || row.Fail(column, text, "is not an IMDb number");
    }
}
