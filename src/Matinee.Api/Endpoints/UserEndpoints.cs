using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;

namespace Matinee.Api.Endpoints;

/// <summary>Users: made, shown, exported, erased.</summary>
internal sealed class UserEndpoints(ServingContext serving)
{
    private const string Tag = "Users";

    public void Map(IEndpointRouteBuilder app)
    {
        app.Post(
            "/api/users",
            new Described("createUser", Tag, "Make a new user")
            {
                Description =
                    "The id is 1 000 000 or more and was never given before: it meets neither the training data's nor an erased user's.",
                Body = typeof(NewUserBody),
                BodyIsOptional = true,
                BodyExample = """{ "ratings": [{ "movieId": 1, "rating": 4.5 }] }""",
                Status = StatusCodes.Status201Created,
                Answer = typeof(UserAnswer),
            },
            Create
        );
        app.Get(
            "/api/users/{user_id}",
            new Described("getUser", Tag, "Show a user")
            {
                Parameters = [CommonParameters.UserId],
                Answer = typeof(UserAnswer),
                Problems = [ProblemKind.UnknownUser],
            },
            Show
        );
        app.Delete(
            "/api/users/{user_id}",
            new Described("eraseUser", Tag, "Erase a user")
            {
                Description =
                    "Deletes everything about the user, for good. The model's history of a user of the training data counts for nothing "
                    + "from then on, under this bundle and every later one. Only the bare id is remembered, as erased. "
                    + "Erasing again changes nothing.",
                Parameters = [CommonParameters.UserId],
                Status = StatusCodes.Status204NoContent,
                Problems = [ProblemKind.UnknownUser],
            },
            Erase
        );
        app.Get(
            "/api/users/{user_id}/export",
            new Described("exportUser", Tag, "Everything that is known about a user, as one document")
            {
                Parameters = [CommonParameters.UserId],
                Answer = typeof(UserExport),
                Problems = [ProblemKind.UnknownUser],
            },
            Export
        );
    }

    private async Task Create(HttpContext http)
    {
        NewUserBody? body = await http.ReadOptionalAsync(ApiJson.Readable.NewUserBody);
        ServedModel model = serving.Model;
        var errors = new Errors();
        MergedRating[] ratings = RatingReading.Ratings(body?.Ratings, "ratings", model, serving.Now, errors);
        errors.ThrowIfAny();
        UserRecord record = await serving.Store.CreateUserAsync(serving.Live.LargestId, CancellationToken.None);
        if (ratings.Length > 0)
        {
            record = await serving.Store.SetRatingsAsync(record.Id, Stored(model, ratings), CancellationToken.None);
        }

        http.Response.Headers.Location = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"/api/users/{record.Id}"
        );
        await http.WriteAsync(
            Shown(serving.People.Get(record, model)),
            ApiJson.Readable.UserAnswer,
            StatusCodes.Status201Created
        );
    }

    private async Task Show(HttpContext http)
    {
        Person person = await serving.People.GetAsync(http.UserId(), serving.Model, http.RequestAborted);
        await http.WriteAsync(Shown(person), ApiJson.Readable.UserAnswer);
    }

    private async Task Erase(HttpContext http)
    {
        int id = http.UserId();
        if (await serving.Store.FindAsync(id, http.RequestAborted) is not { IsErased: true })
        {
            await serving.People.GetAsync(id, serving.Model, http.RequestAborted);
            await serving.Store.EraseAsync(id, CancellationToken.None);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private async Task Export(HttpContext http)
    {
        ServedModel model = serving.Model;
        Person person = await serving.People.GetAsync(http.UserId(), model, http.RequestAborted);
        UserRecord? record = person.Record;
        var export = new UserExport
        {
            Id = person.Id!.Value,
            IsNew = record?.IsNew ?? false,
            CreatedAt = CreatedAt(record),
            ExportedAt = serving.Now,
            Ratings =
            [
                .. person
                    .Ratings.Select(rating => new ExportedRating(
                        model.Catalog[rating.Item].Id.Value,
                        model.Catalog[rating.Item].Title,
                        rating.Stars,
                        rating.Timestamp,
                        rating.GivenHere ? "user" : "training"
                    ))
                    .Concat(OfMissingMovies(record, model))
                    .OrderBy(rating => rating.MovieId),
            ],
            RemovedRatings =
            [
                .. (record?.Ratings ?? []).Where(rating => rating.Stars is null).Select(rating => rating.MovieId),
            ],
            Hidden = record?.Hidden ?? [],
            AllowList = record?.AllowList,
            Events =
            [
                .. (record?.Events ?? []).Select(one => new ExportedEvent(
                    one.MovieId,
                    one.Kind,
                    one.Timestamp,
                    one.Key
                )),
            ],
            UserProfile = person.Profile,
        };
        await http.WriteAsync(export, ApiJson.Readable.UserExport);
    }

    // Ratings of movies that this bundle lacks don't count in an answer; they are the user's all the same.
    private static IEnumerable<ExportedRating> OfMissingMovies(UserRecord? record, ServedModel model) =>
        (record?.Ratings ?? [])
            .Where(rating => rating.Stars is not null && !model.TryFind(rating.MovieId, out _))
            .Select(rating => new ExportedRating(rating.MovieId, null, rating.Stars!.Value, rating.Timestamp, "user"));

    internal static StoredRating[] Stored(ServedModel model, IEnumerable<MergedRating> ratings) =>
        [
            .. ratings.Select(rating => new StoredRating(
                model.Catalog[rating.Item].Id.Value,
                rating.Stars,
                rating.Timestamp
            )),
        ];

    private static UserAnswer Shown(Person person) =>
        new()
        {
            Id = person.Id!.Value,
            IsNew = person.Record?.IsNew ?? false,
            CreatedAt = CreatedAt(person.Record),
            TotalRatings = person.Ratings.Length,
            Hidden = person.Record?.Hidden.Count ?? 0,
            AllowList = person.Record?.AllowList?.Count,
            Events = person.Record?.Events.Count ?? 0,
            UserProfile = person.Profile,
        };

    private static long? CreatedAt(UserRecord? record) => record is { IsNew: true } ? record.CreatedAt : null;
}
