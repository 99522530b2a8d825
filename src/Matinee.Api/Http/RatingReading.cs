using System.Globalization;
using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Http;

/// <summary>Checks ratings of a body.</summary>
internal static class RatingReading
{
    public const int MostRatings = 10_000;

    /// <summary>The end of 2099: beyond it lies a timestamp in milliseconds, or a mistake.</summary>
    public const long LastTimestamp = 4_102_444_799;

    /// <returns>By item, of distinct movies; what is wrong is in <paramref name="errors"/>.</returns>
    public static MergedRating[] Ratings(
        IReadOnlyList<RatingOfMovie>? ratings,
        string field,
        ServedModel model,
        long now,
        Errors errors
    )
    {
        if (ratings is null)
        {
            return [];
        }

        if (ratings.Count > MostRatings)
        {
            errors.Add(field, $"{field} may have {MostRatings} entries at most, not {ratings.Count}; send several.");
            return [];
        }

        var byItem = new SortedDictionary<int, MergedRating>();
        for (int n = 0; n < ratings.Count; n++)
        {
            string place = $"{field}[{n}]";
            if (ratings[n] is not { } rating)
            {
                errors.Add(place, $"{place} must not be null.");
                continue;
            }

            ItemIndex? item = MovieReading.Item(rating.MovieId, $"{place}.movieId", model, errors);
            float stars = Stars(rating.Rating, $"{place}.rating", errors);
            long time = Timestamp(rating.Timestamp, $"{place}.timestamp", errors) ?? now;
            if (item is { } known && !byItem.TryAdd(known.Value, new MergedRating(known, stars, time, true)))
            {
                errors.Add($"{place}.movieId", $"{place}.movieId: the movie stands twice; rate it once.");
            }
        }

        return [.. byItem.Values];
    }

    /// <returns>By item, of distinct movies; what is wrong is in the query's errors.</returns>
    public static MergedRating[] Ratings(
        this QueryReader query,
        RatingsParameter parameter,
        ServedModel model,
        long now
    )
    {
        var byItem = new SortedDictionary<int, MergedRating>();
        foreach (string text in query.All(parameter).SelectMany(value => (value ?? "").Split(',')))
        {
            int colon = text.LastIndexOf(':');
            if (
                colon < 0
                || !MovieReference.TryParse(text[..colon].Trim(), out MovieReference movie)
                || !double.TryParse(
                    text.AsSpan(colon + 1),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out double stars
                )
            )
            {
                query.Errors.Add(
                    parameter.Name,
                    $"{parameter.Name} must be movies and stars such as 2571:4.5,260:5, not '{QueryReader.Shown(text)}'."
                );
                return [];
            }

            if (byItem.Count == parameter.MostRatings)
            {
                query.Errors.Add(parameter.Name, $"{parameter.Name} may hold {parameter.MostRatings} ratings at most.");
                return [];
            }

            if (MovieReading.Item(movie, parameter.Name, model, query.Errors) is { } item)
            {
                float given = Stars(stars, parameter.Name, query.Errors);
                byItem[item.Value] = new MergedRating(item, given, now, GivenHere: true);
            }
        }

        return [.. byItem.Values];
    }

    public static float Stars(double rating, string field, Errors errors)
    {
        if (rating is >= 0.5 and <= 5 && rating * 2 == Math.Floor(rating * 2))
        {
            return (float)rating;
        }

        errors.Add(
            field,
            string.Create(CultureInfo.InvariantCulture, $"{field} must be half stars from 0.5 to 5, not {rating}.")
        );
        return 0.5f;
    }

    public static long? Timestamp(long? timestamp, string field, Errors errors)
    {
        if (timestamp is < 0 or > LastTimestamp)
        {
            errors.Add(
                field,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{field} must be seconds since 1970 UTC, 0 to {LastTimestamp}, not {timestamp}."
                )
            );
            return null;
        }

        return timestamp;
    }
}
