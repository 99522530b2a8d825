namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// Per user, the last rating is the test part and the second-last the validation part; of two ratings at one time the
/// lower item index is the earlier. Who has two ratings gives one to test and keeps one; who has one keeps it.
/// </summary>
public static class LeaveLastSplit
{
    public static SplitPart[] Assign(RatingColumns ratings, bool withValidation = true)
    {
        var parts = new SplitPart[ratings.Count];
        PositionGroups users = PositionGroups.By(ratings.Users);
        for (int user = 0; user < users.Count; user++)
        {
            Span<int> history = users[user];
            if (history.Length < 2)
            {
                continue;
            }

            Chronology.Sort(history, ratings);
            parts[history[^1]] = SplitPart.Test;
            if (withValidation && history.Length > 2)
            {
                parts[history[^2]] = SplitPart.Validation;
            }
        }

        return parts;
    }
}
