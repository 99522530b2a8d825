using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Endpoints;

/// <summary>What users do without rating.</summary>
internal sealed class EventEndpoints(ServingContext serving)
{
    private const int MostEvents = 1_000;
    private const int LongestKey = 100;

    public void Map(IEndpointRouteBuilder app) =>
        app.Post(
            "/api/users/{user_id}/events",
            new Described("addEvents", "Events", "Say what a user watched, liked or clicked")
            {
                Description =
                    "`watched` and `liked` weigh 1, `clicked` a quarter. A movie that the user has not rated counts in the history from a "
                    + "weight of 1 on, as if rated with the user's mean (3.5 without ratings), a liked one with 4.5 stars at least. "
                    + "A watched or liked movie is seen; a clicked one is not. "
                    + "All events are stored, or none.",
                Parameters = [CommonParameters.UserId],
                Body = typeof(EventsBody),
                BodyExample = """{ "events": [{ "movieId": 1, "type": "watched", "key": "play-8c21" }] }""",
                Answer = typeof(StoredEvents),
                Problems = [ProblemKind.UnknownUser],
            },
            Add
        );

    private async Task Add(HttpContext http)
    {
        int id = http.UserId();
        ServedModel model = serving.Model;
        EventsBody body = await http.ReadAsync(ApiJson.Readable.EventsBody);
        StoredEvent[] events = Events(body.Events, model);
        Person before = await serving.People.GetAsync(id, model, http.RequestAborted);
        UserRecord after = await serving.Store.AddEventsAsync(id, events, CancellationToken.None);
        serving.People.Get(after, model);
        for (int n = 0; n < events.Length; n++)
        {
            serving.Lists.Happened(body.Events[n].RecommendationId, id, events[n]);
        }

        int added = after.Events.Count - (before.Record?.Events.Count ?? 0);
        await http.WriteAsync(new StoredEvents(added, after.Events.Count), ApiJson.Readable.StoredEvents);
    }

    private StoredEvent[] Events(IReadOnlyList<EventBody> events, ServedModel model)
    {
        var errors = new Errors();
        if (events.Count is 0 or > MostEvents)
        {
            errors.Add("events", $"events must have 1 to {MostEvents} entries, not {events.Count}.");
            errors.ThrowIfAny();
        }

        var stored = new List<StoredEvent>(events.Count);
        for (int n = 0; n < events.Count; n++)
        {
            string place = $"events[{n}]";
            if (events[n] is not { } one)
            {
                errors.Add(place, $"{place} must not be null.");
                continue;
            }

            ItemIndex? item = MovieReading.Item(one.MovieId, $"{place}.movieId", model, errors);
            long time = RatingReading.Timestamp(one.Timestamp, $"{place}.timestamp", errors) ?? serving.Now;
            if (one.Key is { } key && (key.Length is 0 or > LongestKey || key.Any(char.IsControl)))
            {
                errors.Add(
                    $"{place}.key",
                    $"{place}.key must have 1 to {LongestKey} characters, no control characters."
                );
            }

            if (item is { } known)
            {
                stored.Add(new StoredEvent(model.Catalog[known].Id.Value, one.Type, time, one.Key));
            }
        }

        errors.ThrowIfAny();
        return [.. stored];
    }
}
