namespace Matinee.Core.Interactions;

/// <summary>Which part of the data a rating belongs to. The test part is read by evaluation alone.</summary>
public enum SplitPart : byte
{
    Train = 0,
    Validation = 1,
    Test = 2,

    /// <summary>A new person's first ratings: known when their list is made, and learned from by nobody.</summary>
    Support = 3,
}

/// <summary>
/// Ratings as parallel columns in dense indices: entry <c>n</c> of every column is one rating.
/// Each (user, item) pair stands once.
/// </summary>
public sealed class RatingColumns
{
    public RatingColumns(int[] users, int[] items, float[] values, long[] timestamps, SplitPart[] parts)
    {
        if (
            items.Length != users.Length
            || values.Length != users.Length
            || timestamps.Length != users.Length
            || parts.Length != users.Length
        )
        {
            throw new ArgumentException("All columns must have the same length.", nameof(items));
        }

        Users = users;
        Items = items;
        Values = values;
        Timestamps = timestamps;
        Parts = parts;
    }

    public int Count => Users.Length;

    /// <summary>User indices.</summary>
    public int[] Users { get; }

    /// <summary>Item indices.</summary>
    public int[] Items { get; }

    /// <summary>Ratings in stars, 0.5 to 5.</summary>
    public float[] Values { get; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    public long[] Timestamps { get; }

    public SplitPart[] Parts { get; }

    /// <summary>The same ratings, dealt to other parts.</summary>
    public RatingColumns WithParts(SplitPart[] parts) => new(Users, Items, Values, Timestamps, parts);

    public int CountOf(SplitPart part) => Parts.AsSpan().Count(part);
}
