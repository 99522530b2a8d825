using Matinee.Core.Catalog;

namespace Matinee.Data.Raw;

/// <summary>
/// The files of MovieLens 1M and 10M, with <c>::</c> between fields; 10M alone has <c>tags.dat</c> and 1M alone
/// <c>users.dat</c>.
/// </summary>
internal sealed class MovieLensDatLayout : IRatingsLayout
{
    private const string RatingsName = "ratings.dat";
    private const string MoviesName = "movies.dat";
    private static readonly PlainFormat Movies = new(RawRatings.Colons, "movieId", "title", "genres")
    {
        FreeColumn = 1,
    };
    private static readonly PlainFormat Tags = new(RawRatings.Colons, "userId", "movieId", "tag", "timestamp")
    {
        FreeColumn = 2,
    };
    private static readonly PlainFormat Users = new(RawRatings.Colons, "userId", "gender", "age", "occupation", "zip");

    public string Name => "movielens-dat";

    public string Wanted => $"{RatingsName} with {MoviesName}";

    public bool Recognises(RawFiles files) => files.Find(RatingsName) is not null && files.Find(MoviesName) is not null;

    public RawFile Ratings(RawFiles files) => files.Find(RatingsName)!;

    public void ReadRatings(RawFile file, SplitPart part, RatingTable ratings, RawReading reading) =>
        RawRatings.Read(file, RawRatings.Colons, part, ratings, reading);

    public List<Movie> ReadMovies(RawFiles files, RawReading reading)
    {
        var movies = new MovieRows();
        PlainTable.Read(
            files.Find(MoviesName)!,
            Movies,
            reading,
            row => movies.Add(row, GenreNames.Parse(row.Text(2)))
        );
        reading.Note("This data set names no links: movies will have no IMDb and TMDB numbers.");
        return movies.Movies;
    }

    public RawTags ReadTags(RawFiles files, RawReading reading)
    {
        var tags = new RawTags();
        if (files.Find("tags.dat") is { } file)
        {
            PlainTable.Read(file, Tags, reading, row => tags.Add(row));
        }
        else
        {
            reading.Note("There is no tags.dat: movies will have no tags.");
        }

        return tags;
    }

    public RawUsers ReadUsers(RawFiles files, RawReading reading)
    {
        var users = new RawUsers();
        if (files.Find("users.dat") is { } file)
        {
            PlainTable.Read(
                file,
                Users,
                reading,
                row =>
                {
                    if (
                        row.TryGender(1, out string? gender)
                        && row.TryAgeCode(2, out int? age)
                        && row.TryOccupationCode(3, out string? occupation)
                    )
                    {
                        users.Add(row, new RawUser(age, gender, occupation, row.Words(4)));
                    }
                }
            );
        }

        return users;
    }
}
