using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>
/// Keeps one rating per user and movie: the last by time, and the later row of two at one time. Where parts came as
/// files it also settles the parts: a validation row must repeat a training row, whose rating stands; a test row none.
/// </summary>
internal static class RepeatedRatings
{
    /// <param name="ratings">Sorted by user, then item, equal pairs in file order.</param>
    /// <returns>How many ratings a later one of the same part replaced.</returns>
    /// <exception cref="MatineeException">The given parts contradict each other.</exception>
    public static int Merge(RatingTable ratings, int[] userIds, int[] movieIds)
    {
        int kept = 0;
        int replaced = 0;
        for (int start = 0, end; start < ratings.Count; start = end)
        {
            end = start + LengthOfSingles(ratings, start);
            if (end > start)
            {
                ratings.Move(start, kept, end - start);
                kept += end - start;
                continue;
            }

            end = start + 1;
            while (
                end < ratings.Count
                && ratings.Users[end] == ratings.Users[start]
                && ratings.Items[end] == ratings.Items[start]
            )
            {
                end++;
            }

            // Part is settled before rows move: Move overwrites what lies before start, never the group itself.
            SplitPart part = Part(ratings, start, end, userIds, movieIds);
            SplitPart source = part == SplitPart.Validation ? SplitPart.Train : part;
            int latest = -1;
            int rows = 0;
            for (int n = start; n < end; n++)
            {
                if (ratings.Parts[n] == source)
                {
                    rows++;
                    latest = latest < 0 || ratings.Timestamps[n] >= ratings.Timestamps[latest] ? n : latest;
                }
            }

            replaced += rows - 1;
            ratings.Move(latest, kept);
            ratings.Parts[kept++] = part;
        }

        ratings.Truncate(kept);
        return replaced;
    }

    // Almost every pair stands once, and stays as it is: such runs are moved as a whole.
    private static int LengthOfSingles(RatingTable ratings, int start)
    {
        ReadOnlySpan<int> users = ratings.Users[start..];
        ReadOnlySpan<int> items = ratings.Items[start..];
        ReadOnlySpan<SplitPart> parts = ratings.Parts[start..];
        int length = 0;
        while (length < users.Length && parts[length] != SplitPart.Validation)
        {
            int next = length + 1;
            if (next < users.Length && users[next] == users[length] && items[next] == items[length])
            {
                break;
            }

            length = next;
        }

        return length;
    }

    private static SplitPart Part(RatingTable ratings, int start, int end, int[] userIds, int[] movieIds)
    {
        ReadOnlySpan<SplitPart> parts = ratings.Parts[start..end];
        bool train = parts.Contains(SplitPart.Train);
        bool test = parts.Contains(SplitPart.Test);
        bool validation = parts.Contains(SplitPart.Validation);
        if (train && test)
        {
            throw new MatineeException(
                $"{Pair()} stands in both the train and the test file. Remove it from one of them."
            );
        }

        if (validation && !train)
        {
            throw new MatineeException(
                $"{Pair()} stands in the validation file but not in the train file, of which validation is a part. "
                    + "Add it to the train file or remove it."
            );
        }

        return validation ? SplitPart.Validation
            : test ? SplitPart.Test
            : SplitPart.Train;

        string Pair() => $"userId {userIds[ratings.Users[start]]}, movieId {movieIds[ratings.Items[start]]}";
    }
}
