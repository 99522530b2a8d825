using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Search.Listing;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Core;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>The catalogue: listed, shown, extended.</summary>
internal sealed class MovieEndpoints(ServingContext serving)
{
    private const string Tag = "Movies";
    private static readonly WholeParameter Limit = CommonParameters.Limit(20, 100, "Length of the page.");

    private static readonly TextParameter Query = new(
        "query",
        "Some words of the title in any order, the last one perhaps unfinished; slips of the pen are forgiven. Absent: all movies.",
        LongestText: 200
    )
    {
        Example = "matrx",
    };

    private static readonly ChoiceParameter Sort = new(
        "sort",
        "`relevance`: how well the title fits the query; `popularity`: most rated first; `rating`: best rated first; `year`: latest first; `title`.",
        ["relevance", "popularity", "rating", "year", "title"],
        "relevance"
    );

    private static readonly TextParameter Cursor = new("cursor", "`nextCursor` of the page before.", LongestText: 200);

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            "/api/movies",
            new Described("listMovies", Tag, "Find movies by title, or list them")
            {
                Parameters = [Query, CommonParameters.Genre, Sort, Limit, Cursor],
                Answer = typeof(MoviesPage),
            },
            List
        );
        app.Get(
            "/api/movies/{movie_id}",
            new Described("getMovie", Tag, "Show a movie")
            {
                Parameters = [CommonParameters.MovieId],
                Answer = typeof(MovieAnswer),
                Problems = [ProblemKind.UnknownMovie],
            },
            Show
        );
        app.Post(
            "/api/movies",
            new Described("addMovie", Tag, "Add a movie that the model has never seen")
            {
                Description =
                    "It is live at once: listed, found, rateable. A model that reads what movies say of themselves places it among the others "
                    + "and may recommend it; a purely collaborative one can't before its next training.",
                Body = typeof(NewMovieBody),
                BodyExample =
                    """{ "title": "Sentimental Value (2025)", "genres": ["Drama"], "tags": ["oslo", "family"], "imdbId": "tt27714581" }""",
                Status = StatusCodes.Status201Created,
                Answer = typeof(MovieAnswer),
                Problems = [ProblemKind.MovieExists],
            },
            Add
        );
    }

    private async Task List(HttpContext http)
    {
        ServedModel model = serving.Model;
        var errors = new Errors();
        var query = new QueryReader(http, errors);
        GenreChoice genres = query.Genres(model);
        var request = new MovieListingRequest
        {
            Query = query.Text(Query),
            Genres = genres.Wanted,
            ExcludedGenres = genres.Excluded,
            Sort = Enum.Parse<MovieSort>(query.Choice(Sort), ignoreCase: true),
            Limit = query.Whole(Limit)!.Value,
            Cursor = query.Text(Cursor),
        };
        errors.ThrowIfAny();
        MovieListing listing = Listed(model, request, errors);
        await http.WriteAsync(
            new MoviesPage
            {
                TotalMovies = listing.Total,
                Movies = [.. listing.Items.Select(item => Answers.Movie(model, new ItemIndex(item)))],
                NextCursor = listing.Next,
            },
            ApiJson.Readable.MoviesPage
        );
    }

    private static MovieListing Listed(ServedModel model, MovieListingRequest request, Errors errors)
    {
        try
        {
            return model.Index.List(request);
        }
        catch (MatineeException exception)
        {
            // All else is checked.
            errors.Add(Cursor.Name, exception.Message);
            errors.ThrowIfAny();
            throw;
        }
    }

    private async Task Show(HttpContext http)
    {
        ServedModel model = serving.Model;
        await http.WriteAsync(Answers.Movie(model, http.Movie(model)), ApiJson.Readable.MovieAnswer);
    }

    private async Task Add(HttpContext http)
    {
        NewMovieBody body = await http.ReadAsync(ApiJson.Readable.NewMovieBody);
        StoredMovie movie = NewMovieReading.Read(body);
        StoredMovie stored = await serving.Live.AddAsync(
            movie,
            model => NewMovieReading.RefuseExisting(model, movie),
            http.RequestAborted
        );
        ServedModel model = serving.Model;
        model.TryFind(stored.Id, out ItemIndex item);
        http.Response.Headers.Location = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/api/movies/{stored.Id}"
        );
        await http.WriteAsync(Answers.Movie(model, item), ApiJson.Readable.MovieAnswer, StatusCodes.Status201Created);
    }
}
