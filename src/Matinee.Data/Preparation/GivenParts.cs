using Matinee.Core.Interactions.Splits;

namespace Matinee.Data.Preparation;

/// <summary>Draws a validation part where only train and test were given.</summary>
internal static class GivenParts
{
    /// <summary>
    /// Splits the training rows as if validation were their test part. Its fraction is of all ratings, so of the training
    /// rows it is the larger share that makes the same number.
    /// </summary>
    public static RatingColumns WithValidation(
        RatingColumns ratings,
        SplitProtocol protocol,
        SplitFractions fractions,
        long seed
    )
    {
        if (fractions.Validation == 0)
        {
            return ratings;
        }

        int[] training = [.. Enumerable.Range(0, ratings.Count).Where(n => ratings.Parts[n] == SplitPart.Train)];
        double share = fractions.Validation * ratings.Count / Math.Max(1, training.Length);
        if (share >= 1)
        {
            throw new MatineeException(
                $"A validation fraction of {fractions.Validation} of all {ratings.Count} ratings is more than the "
                    + $"{training.Length} training rows. Lower --validation-fraction."
            );
        }

        var rows = new RatingColumns(
            [.. training.Select(n => ratings.Users[n])],
            [.. training.Select(n => ratings.Items[n])],
            [.. training.Select(n => ratings.Values[n])],
            [.. training.Select(n => ratings.Timestamps[n])],
            new SplitPart[training.Length]
        );
        SplitPart[] drawn = protocol.Assign(rows, new SplitFractions(share, 0), seed);
        var parts = (SplitPart[])ratings.Parts.Clone();
        for (int n = 0; n < training.Length; n++)
        {
            parts[training[n]] = drawn[n] == SplitPart.Test ? SplitPart.Validation : SplitPart.Train;
        }

        return ratings.WithParts(parts);
    }
}
