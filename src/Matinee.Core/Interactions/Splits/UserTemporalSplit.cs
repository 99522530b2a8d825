namespace Matinee.Core.Interactions.Splits;

/// <summary>
/// Per user, the latest round(test · n) ratings are the test part and the round(validation · n) before them the
/// validation part, n being the user's number of ratings. Of two ratings at one time the lower item index is the
/// earlier. Halves round to even, and everybody keeps at least one training rating: validation gives way first.
/// </summary>
public static class UserTemporalSplit
{
    public static SplitPart[] Assign(RatingColumns ratings, SplitFractions fractions)
    {
        fractions.Validate();
        var parts = new SplitPart[ratings.Count];
        if (OrderedHistories.AreIn(ratings))
        {
            OrderedHistories.ForEach(ratings, history => Mark(parts, history, fractions));
            return parts;
        }

        PositionGroups users = PositionGroups.By(ratings.Users);
        for (int user = 0; user < users.Count; user++)
        {
            Span<int> history = users[user];
            if (!history.IsEmpty)
            {
                Chronology.Sort(history, ratings);
                Mark(parts, history, fractions);
            }
        }

        return parts;
    }

    private static void Mark(SplitPart[] parts, ReadOnlySpan<int> history, SplitFractions fractions)
    {
        (int test, int validation) = fractions.CountsKeepingOne(history.Length);
        parts.Mark(history[^test..], SplitPart.Test);
        parts.Mark(history[^(test + validation)..^test], SplitPart.Validation);
    }
}
