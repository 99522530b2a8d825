using Matinee.Api.Endpoints;
using Matinee.Api.Problems;
using Matinee.Api.Store;
using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>Rating a movie, whichever door the stars come through.</summary>
internal static class RatingWriting
{
    /// <param name="stars">Half stars, 0.5 to 5.</param>
    /// <param name="time">Seconds since 1970 UTC; null: now, or as it was where the same stars are given again.</param>
    /// <returns>What counts now; it is stored for good.</returns>
    /// <exception cref="ProblemException">There is no such user.</exception>
    public static async Task<MergedRating> RateAsync(
        this ServingContext serving,
        int userId,
        ServedModel model,
        ItemIndex item,
        float stars,
        long? time,
        CancellationToken cancellation
    )
    {
        Person person = await serving.People.GetAsync(userId, model, cancellation);
        // Sent again it must change nothing, not even the time. One of the training data is stored all the same: the next may lack it.
        if (
            person.RatingOf(item) is { GivenHere: true } given
            && given.Stars == stars
            && (time ?? given.Timestamp) == given.Timestamp
        )
        {
            return given;
        }

        var rating = new MergedRating(item, stars, time ?? serving.Now, GivenHere: true);
        // A client that hangs up does not take the rating back.
        UserRecord record = await serving.Store.SetRatingsAsync(
            userId,
            UserEndpoints.Stored(model, [rating]),
            CancellationToken.None
        );
        // Erased in the meantime, the user is unknown.
        serving.People.Get(record, model);
        return rating;
    }
}
