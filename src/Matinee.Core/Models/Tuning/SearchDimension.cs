namespace Matinee.Core.Models.Tuning;

/// <summary>One option that a search varies. A search moves between positions from 0 to 1, evenly likely; a trial is of values.</summary>
/// <param name="Name">In the words of the configuration file.</param>
public abstract record SearchDimension(string Name)
{
    /// <summary>How many values there are; null where they are numbers without steps.</summary>
    public abstract long? Count { get; }

    /// <summary>Whether near positions are alike; else two values are the same or are not.</summary>
    public abstract bool IsOrdered { get; }

    /// <param name="position">0 to 1, both included.</param>
    public abstract double ValueAt(double position);

    /// <summary>A position that has the value; of a number that is no value, that of one beside it.</summary>
    public abstract double PositionOf(double value);

    /// <summary>The n-th value, where they are counted.</summary>
    public abstract double Level(long n);

    private protected static long LevelAt(double position, long count) =>
        Math.Clamp((long)(position * count), 0, count - 1);

    private protected static double CentreOf(long level, long count) => (Math.Clamp(level, 0, count - 1) + 0.5) / count;
}
