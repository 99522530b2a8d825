using Matinee.Core.Interactions;

namespace Matinee.Core.Tests.Interactions.Splits;

/// <summary>Ratings for split tests: what is given in stars does not matter there.</summary>
internal static class SplitColumns
{
    public static RatingColumns Of(params (int User, int Item, long Time)[] rows) =>
        new(
            [.. rows.Select(row => row.User)],
            [.. rows.Select(row => row.Item)],
            [.. rows.Select(_ => 3f)],
            [.. rows.Select(row => row.Time)],
            new SplitPart[rows.Length]
        );

    /// <summary>Every user rated as many items as given; no two at one time.</summary>
    public static RatingColumns Histories(params int[] lengths) =>
        Of([
            .. lengths.SelectMany(
                (length, user) =>
                    Enumerable
                        .Range(0, length)
                        .Select(n => (user, ((user * 7) + n) % 40, (long)(1000 + (n * 37 % 101))))
            ),
        ]);

    public static RatingColumns Reversed(RatingColumns ratings) =>
        Of([
            .. Enumerable
                .Range(0, ratings.Count)
                .Reverse()
                .Select(n => (ratings.Users[n], ratings.Items[n], ratings.Timestamps[n])),
        ]);

    /// <summary>The distinct values of a column among the ratings of one part, ascending.</summary>
    public static int[] In(this int[] column, SplitPart[] parts, SplitPart part) =>
        [.. column.Where((_, n) => parts[n] == part).Distinct().Order()];
}
