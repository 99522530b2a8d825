using Matinee.Client.Http;

namespace Matinee.Client;

public sealed partial class MatineeClient
{
    /// <summary>A page of movies: those whose titles fit a query, or the catalogue.</summary>
    [Operation("listMovies")]
    public Task<MoviesPage> ListMoviesAsync(
        MovieListOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/movies")),
            ClientJson.Default.MoviesPage,
            cancellation
        );

    /// <summary>The same as one list, asked for page by page as it is read.</summary>
    public IAsyncEnumerable<Movie> EnumerateMoviesAsync(
        MovieListOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        MovieListOptions first = options ?? new() { Limit = Paging.LongestList };
        return Paging.ByNext<Movie, string>(
            first.Cursor,
            async (cursor, token) =>
            {
                MoviesPage page = await ListMoviesAsync(first with { Cursor = cursor }, token).ConfigureAwait(false);
                return (page.Movies, page.NextCursor);
            },
            cancellation
        );
    }

    [Operation("getMovie")]
    public Task<Movie> GetMovieAsync(MovieRef movie, CancellationToken cancellation = default) =>
        connection.GetAsync(new Address($"api/movies/{movie}"), ClientJson.Default.Movie, cancellation);

    /// <summary>Adds a movie that the model has never seen; it is live at once.</summary>
    [Operation("addMovie")]
    public Task<Movie> AddMovieAsync(NewMovie movie, CancellationToken cancellation = default) =>
        connection.SendAsync(
            HttpMethod.Post,
            new Address($"api/movies"),
            Connection.Json(movie, ClientJson.Default.NewMovie),
            ClientJson.Default.Movie,
            cancellation
        );

    /// <summary>Finds movies in a person's own words.</summary>
    /// <param name="words">A title, some words or a sentence, at most 2 000 characters.</param>
    [Operation("searchMovies")]
    public Task<SearchPage> SearchMoviesAsync(
        string words,
        SearchOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/search").With("q", words)),
            ClientJson.Default.SearchPage,
            cancellation
        );

    /// <summary>Movies like a movie.</summary>
    [Operation("similarMovies")]
    public Task<SimilarPage> SimilarMoviesAsync(
        MovieRef movie,
        SimilarOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/movies/{movie}/similar")),
            ClientJson.Default.SimilarPage,
            cancellation
        );

    /// <summary>All movies like a movie, asked for page by page as they are read.</summary>
    /// <param name="options"><see cref="FilterOptions.Limit"/> is the length of a page.</param>
    public IAsyncEnumerable<SimilarMovie> EnumerateSimilarMoviesAsync(
        MovieRef movie,
        SimilarOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        SimilarOptions first = options ?? new();
        return Paging.ByOffset(
            first.Limit ?? Paging.LongestList,
            first.Offset ?? 0,
            async (limit, offset, token) =>
                (
                    await SimilarMoviesAsync(movie, first with { Limit = limit, Offset = offset }, token)
                        .ConfigureAwait(false)
                ).Movies,
            cancellation
        );
    }

    /// <summary>How a user would rate a movie.</summary>
    [Operation("predictRating")]
    public Task<Prediction> PredictRatingAsync(MovieRef movie, int userId, CancellationToken cancellation = default) =>
        connection.GetAsync(
            new Address($"api/movies/{movie}/prediction").With("user_id", userId),
            ClientJson.Default.Prediction,
            cancellation
        );

    /// <summary>
    /// A movie's poster, where the server has a key to TMDB (<see cref="ModelFacts.Posters"/>). Where you show it, show this, too:
    /// "This product uses the TMDB API but is not endorsed or certified by TMDB."
    /// </summary>
    /// <exception cref="MatineeApiException"><see cref="ProblemTypes.NoPoster"/>: there is none.</exception>
    [Operation("getPoster")]
    public async Task<Poster> GetPosterAsync(
        MovieRef movie,
        PosterSize? size = null,
        CancellationToken cancellation = default
    )
    {
        using HttpResponseMessage response = await connection
            .SendAsync(
                HttpMethod.Get,
                new Address($"api/movies/{movie}/poster").With("size", size?.ToString().ToLowerInvariant()),
                null,
                cancellation
            )
            .ConfigureAwait(false);
        return new Poster(
            await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false),
            response.Content.Headers.ContentType?.MediaType ?? ""
        );
    }

    /// <summary>Which movies to ask a newcomer to rate.</summary>
    [Operation("onboardingMovies")]
    public Task<OnboardingPage> OnboardingMoviesAsync(
        OnboardingOptions? options = null,
        CancellationToken cancellation = default
    ) =>
        connection.GetAsync(
            (options ?? new()).Add(new Address($"api/onboarding/movies")),
            ClientJson.Default.OnboardingPage,
            cancellation
        );
}
