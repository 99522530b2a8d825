using Matinee.Api.Observability;
using Matinee.Api.Serving;
using Matinee.Api.Store;

namespace Matinee.Api.Online;

/// <summary>Gives lists their ids, and takes in what people did with the movies in them.</summary>
internal sealed class OnlineLists(ListIds ids, OnlineRecorder recorder, MatineeMetrics metrics, TimeProvider time)
{
    private long Now => time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>Counts a list as shown.</summary>
    /// <param name="to"><c>user</c>, <c>visitor</c> or <c>group</c>, for the metrics.</param>
    /// <param name="userId">Null: whoever comes back with the id.</param>
    /// <returns>The list's id; null for an empty list.</returns>
    public string? Give(string to, ServedModel model, int? userId, ReadOnlySpan<int> movieIds)
    {
        metrics.List(to, ListIds.Shortened(model.ModelId), movieIds.Length);
        if (movieIds.IsEmpty)
        {
            return null;
        }

        recorder.Show(model.ModelId, movieIds.Length);
        return ids.Write(model.ModelId, userId, Now, movieIds);
    }

    /// <summary>An id that is none, or too old, or of another's list, counts for nothing: a rating is never refused for it.</summary>
    public void Rated(string? listId, int userId, int movieId, float stars) =>
        Record(listId, userId, movieId, OutcomeKind.Rated, stars);

    /// <inheritdoc cref="Rated"/>
    public void Happened(string? listId, int userId, StoredEvent one) =>
        Record(
            listId,
            userId,
            one.MovieId,
            one.Kind == EventKind.Clicked ? OutcomeKind.Clicked : OutcomeKind.Watched,
            stars: null
        );

    private void Record(string? listId, int userId, int movieId, OutcomeKind kind, float? stars)
    {
        if (listId is not null && Outcome.Of(ids.Read(listId), userId, movieId, kind, stars, Now) is { } outcome)
        {
            recorder.Add(outcome);
            metrics.Outcome(kind.ToString().ToLowerInvariant(), outcome.List.Model);
        }
    }
}
