namespace Matinee.Api.Http;

/// <summary>Parameters that several endpoints share.</summary>
internal static class CommonParameters
{
    public static readonly WholeParameter UserId = new("user_id", "The user's id.", 1, int.MaxValue)
    {
        InPath = true,
        Required = true,
        Example = "1",
    };

    public static readonly MoviesParameter MovieId = new(
        "movie_id",
        "The movie: its MovieLens id, imdb:tt0133093 or tmdb:603.",
        MostMovies: 1
    )
    {
        InPath = true,
        Required = true,
        Example = "1",
    };

    public static readonly WholeParameter Offset = new("offset", "How many to pass over.", 0, 1_000_000, 0);

    public static readonly TextsParameter Genre = new(
        "genre",
        "Only movies of this genre; repeated, of any of them. `!Horror` leaves a genre out. Case does not matter.",
        MostTexts: 40,
        LongestText: 60
    )
    {
        Example = "Comedy",
    };

    public static WholeParameter Limit(int fallback, int most, string what) => new("limit", what, 1, most, fallback);
}
