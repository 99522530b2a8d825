using System.Globalization;
using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>
/// The files of MovieLens 100K: <c>u.data</c> with tabs, <c>u.item</c> with pipes and a flag for each genre, and
/// <c>u.user</c> with pipes where it is there.
/// </summary>
internal sealed class MovieLens100KLayout : IRatingsLayout
{
    private const string RatingsName = "u.data";
    private const string MoviesName = "u.item";
    private const int ReleaseDate = 2;
    private static readonly IReadOnlyList<string> Genres = GenreNames.MovieLens;
    private static readonly PlainFormat Movies = new(
        "|",
        ["movieId", "title", "releaseDate", "videoReleaseDate", "imdbUrl", "unknown", .. Genres]
    );
    private static readonly PlainFormat Users = new("|", "userId", "age", "gender", "occupation", "zip");

    public string Name => "movielens-100k";

    public string Wanted => $"{RatingsName} with {MoviesName}";

    public bool Recognises(RawFiles files) => files.Find(RatingsName) is not null && files.Find(MoviesName) is not null;

    public RawFile Ratings(RawFiles files) => files.Find(RatingsName)!;

    public void ReadRatings(RawFile file, SplitPart part, RatingTable ratings, RawReading reading) =>
        RawRatings.Read(file, RawRatings.Tab, part, ratings, reading);

    public List<Movie> ReadMovies(RawFiles files, RawReading reading)
    {
        var movies = new MovieRows();
        PlainTable.Read(
            files.Find(MoviesName)!,
            Movies,
            reading,
            row =>
            {
                if (TryReleaseYear(row, out int? year) && TryGenres(row, out List<string> genres))
                {
                    movies.Add(row, genres, year);
                }
            }
        );
        reading.Note("This data set names no links: movies will have no IMDb and TMDB numbers.");
        return movies.Movies;
    }

    public RawTags ReadTags(RawFiles files, RawReading reading)
    {
        reading.Note("This data set has no tags: movies will have none.");
        return new RawTags();
    }

    public RawUsers ReadUsers(RawFiles files, RawReading reading)
    {
        var users = new RawUsers();
        if (files.Find("u.user") is { } file)
        {
            PlainTable.Read(
                file,
                Users,
                reading,
                row =>
                {
                    if (row.TryAge(1, out int? age) && row.TryGender(2, out string? gender))
                    {
                        users.Add(row, new RawUser(age, gender, row.Words(3), row.Words(4)));
                    }
                }
            );
        }

        return users;
    }

    private static bool TryReleaseYear(PlainRow row, out int? year)
    {
        ReadOnlySpan<char> text = row.Text(ReleaseDate).Trim();
        year = null;
        if (text.IsEmpty)
        {
            return true;
        }

        bool good = DateOnly.TryParseExact(
            text,
            "d-MMM-yyyy",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateOnly day
        );
        year = day.Year;
        return good || row.Fail(ReleaseDate, text, "is not a day such as 01-Jan-1995");
    }

    private static bool TryGenres(PlainRow row, out List<string> genres)
    {
        genres = [];
        int first = Movies.Columns.Length - Genres.Count;

        // The flag "unknown" stands before the genres. It says that there is none, which an empty list says too.
        for (int column = first - 1; column < Movies.Columns.Length; column++)
        {
            ReadOnlySpan<char> flag = row.Text(column).Trim();
            if (flag is not ("0" or "1"))
            {
                return row.Fail(column, flag, "is not 0 or 1");
            }

            if (flag is "1" && column >= first)
            {
                genres.Add(Genres[column - first]);
            }
        }

        return true;
    }
}
