using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>
/// The CSV files of MovieLens 20M, 25M, 32M, latest and latest-small: <c>ratings.csv</c> and <c>movies.csv</c>, and where
/// they are there <c>tags.csv</c> and <c>links.csv</c>.
/// </summary>
internal sealed class MovieLensCsvLayout : IRatingsLayout
{
    // A short row is "1,1,4.0,964982703": reserving by it costs little memory and saves every copy.
    private const int TypicalRowBytes = 21;
    private const string RatingsName = "ratings.csv";
    private const string MoviesName = "movies.csv";
    private const string NoGenres = "(no genres listed)";

    public string Name => "movielens-csv";

    public string Wanted => $"{RatingsName} with {MoviesName}";

    public bool Recognises(RawFiles files) => files.Find(RatingsName) is not null && files.Find(MoviesName) is not null;

    public RawFile Ratings(RawFiles files) => files.Find(RatingsName)!;

    public void ReadRatings(RawFile file, SplitPart part, RatingTable ratings, RawReading reading)
    {
        ratings.Reserve(ratings.Count + file.Length / TypicalRowBytes);
        CsvTable.Read(
            file,
            ["userId", "movieId", "rating", "timestamp"],
            reading,
            row =>
            {
                if (
                    row.TryId(0, out int user)
                    && row.TryId(1, out int movie)
                    && row.TryRating(2, out float rating)
                    && row.TryTimestamp(3, out long timestamp)
                )
                {
                    ratings.Add(user, movie, rating, timestamp, part);
                }
            }
        );
    }

    public List<Movie> ReadMovies(RawFiles files, RawReading reading)
    {
        var movies = new List<Movie>();
        var known = new HashSet<int>();
        CsvTable.Read(
            files.Find(MoviesName)!,
            ["movieId", "title", "genres"],
            reading,
            row =>
            {
                if (!row.TryId(0, out int id))
                {
                    return;
                }

                string title = SingleLine.Of(row.Text(1));
                if (title.Length == 0)
                {
                    row.Fail(1, title, "is empty");
                }
                else if (!known.Add(id))
                {
                    row.Fail(0, id.ToString(System.Globalization.CultureInfo.InvariantCulture), "stands twice");
                }
                else
                {
                    movies.Add(
                        new Movie
                        {
                            Id = new ItemId(id),
                            Title = title,
                            Year = MovieTitle.Year(title),
                            Genres = Genres(row.Text(2)),
                        }
                    );
                }
            }
        );
        return WithLinks(movies, files, reading);
    }

    public RawTags ReadTags(RawFiles files, RawReading reading)
    {
        var tags = new RawTags();
        if (files.Find("tags.csv") is not { } file)
        {
            reading.Note("There is no tags.csv: movies will have no tags.");
            return tags;
        }

        CsvTable.Read(
            file,
            ["userId", "movieId", "tag", "timestamp"],
            reading,
            row =>
            {
                if (
                    row.TryId(0, out int user)
                    && row.TryId(1, out int movie)
                    && row.TryTimestamp(3, out long timestamp)
                )
                {
                    tags.Add(user, movie, row.Text(2), timestamp);
                }
            }
        );
        return tags;
    }

    private static string[] Genres(ReadOnlySpan<char> text) =>
        text.Trim().Equals(NoGenres, StringComparison.OrdinalIgnoreCase)
            ? []
            : SingleLine.Of(text).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

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
