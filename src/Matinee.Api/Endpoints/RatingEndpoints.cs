using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>A user's ratings. What is answered is stored for good, and counts in the next list.</summary>
internal sealed class RatingEndpoints(ServingContext serving)
{
    private const string Tag = "Ratings";
    private const string OfUser = "/api/users/{user_id}/ratings";
    private static readonly WholeParameter Limit = CommonParameters.Limit(100, 1_000, "Length of the page.");

    public void Map(IEndpointRouteBuilder app)
    {
        app.Get(
            OfUser,
            new Described("listRatings", Tag, "A user's ratings, the latest first")
            {
                Parameters = [CommonParameters.UserId, Limit, CommonParameters.Offset],
                Answer = typeof(RatingsPage),
                Problems = [ProblemKind.UnknownUser],
            },
            List
        );
        app.Put(
            $"{OfUser}/{{movie_id}}",
            new Described("putRating", Tag, "Rate a movie")
            {
                Description =
                    "Stored when this answers, and counts in the next list, without a training. Sending it again changes nothing. It wins over "
                    + "the training data's rating of the movie.",
                Parameters = [CommonParameters.UserId, CommonParameters.MovieId],
                Body = typeof(RatingBody),
                BodyExample = """{ "rating": 4.5 }""",
                Answer = typeof(RatedMovie),
                Problems = [ProblemKind.UnknownUser, ProblemKind.UnknownMovie],
            },
            Put
        );
        app.Delete(
            $"{OfUser}/{{movie_id}}",
            new Described("deleteRating", Tag, "Take a rating back")
            {
                Description =
                    "Also one of the training data, which then counts no longer. Where there is no rating, nothing changes.",
                Parameters = [CommonParameters.UserId, CommonParameters.MovieId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownUser, ProblemKind.UnknownMovie],
            },
            Delete
        );
        app.Post(
            $"{OfUser}:batch",
            new Described("putRatings", Tag, "Rate many movies at once: all or none")
            {
                Parameters = [CommonParameters.UserId],
                Body = typeof(RatingsBody),
                BodyExample = """{ "ratings": [{ "movieId": 1, "rating": 4.5 }, { "movieId": 260, "rating": 5 }] }""",
                Answer = typeof(StoredRatings),
                Problems = [ProblemKind.UnknownUser],
            },
            PutBatch
        );
    }

    private async Task List(HttpContext http)
    {
        int id = http.UserId();
        var errors = new Errors();
        var query = new QueryReader(http, errors);
        int limit = query.Whole(Limit)!.Value;
        int offset = query.Whole(CommonParameters.Offset)!.Value;
        errors.ThrowIfAny();
        ServedModel model = serving.Model;
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        RatedMovie[] page =
        [
            .. person
                .Ratings.OrderByDescending(rating => rating.Timestamp)
                .ThenByDescending(rating => rating.Stars)
                .ThenBy(rating => model.Catalog[rating.Item].Id.Value)
                .Skip(offset)
                .Take(limit)
                .Select(rating => ProfileSummary.Shown(rating, model.Catalog)),
        ];
        int next = offset + page.Length;
        await http.WriteAsync(
            new RatingsPage
            {
                TotalRatings = person.Ratings.Length,
                Ratings = page,
                NextOffset = page.Length > 0 && next < person.Ratings.Length ? next : null,
            },
            ApiJson.Readable.RatingsPage
        );
    }

    private async Task Put(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        RatingBody body = await http.ReadAsync(ApiJson.Readable.RatingBody);
        var errors = new Errors();
        float stars = RatingReading.Stars(body.Rating, "rating", errors);
        long? time = RatingReading.Timestamp(body.Timestamp, "timestamp", errors);
        errors.ThrowIfAny();
        MergedRating rating = await serving.RateAsync(id, model, item, stars, time, http.RequestAborted);
        serving.Lists.Rated(body.RecommendationId, id, model.Catalog[item].Id.Value, rating.Stars);
        await http.WriteAsync(ProfileSummary.Shown(rating, model.Catalog), ApiJson.Readable.RatedMovie);
    }

    private async Task Delete(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        ItemIndex item = http.Movie(model);
        Person person = await serving.People.GetAsync(id, model, http.RequestAborted);
        if (person.RatingOf(item) is not null)
        {
            var removal = new StoredRating(model.Catalog[item].Id.Value, null, serving.Now);
            await serving.Store.SetRatingsAsync(id, [removal], CancellationToken.None);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task PutBatch(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        RatingsBody body = await http.ReadAsync(ApiJson.Readable.RatingsBody);
        var errors = new Errors();
        MergedRating[] ratings = RatingReading.Ratings(body.Ratings, "ratings", model, serving.Now, errors);
        if (body.Ratings.Count == 0)
        {
            errors.Add("ratings", "ratings must have an entry at least.");
        }

        errors.ThrowIfAny();
        await serving.People.GetAsync(id, model, http.RequestAborted);
        UserRecord record = await serving.Store.SetRatingsAsync(
            id,
            UserEndpoints.Stored(model, ratings),
            CancellationToken.None
        );
        Person person = serving.People.Get(record, model);
        foreach (MergedRating rating in ratings)
        {
            serving.Lists.Rated(body.RecommendationId, id, model.Catalog[rating.Item].Id.Value, rating.Stars);
        }

        await http.WriteAsync(new StoredRatings(ratings.Length, person.Ratings.Length), ApiJson.Readable.StoredRatings);
    }
}
