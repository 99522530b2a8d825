namespace Matinee.Core.Models.Tuning;

/// <summary>How positions are spread over a range of numbers.</summary>
public enum RangeScale
{
    /// <summary>By differences.</summary>
    Linear,

    /// <summary>By ratios: from 1 to 10 is as far as from 10 to 100.</summary>
    Log,
}

/// <summary>
/// Numbers from <paramref name="From"/> to <paramref name="To"/>, both included. Those without steps are rounded to a digit that is less
/// than a thousandth of the range: nobody can tell them apart, and people can read them.
/// </summary>
/// <param name="To">Above <paramref name="From"/>.</param>
/// <param name="Scale">With <see cref="RangeScale.Log"/> the range begins above 0.</param>
/// <param name="Step">Above 0; null for every number. Only on the linear scale, or 1.</param>
public sealed record NumberRange(string Name, double From, double To, RangeScale Scale, double? Step)
    : SearchDimension(Name)
{
    // Steps on the logarithmic scale are whole numbers: each has half of the way to its neighbours.
    private readonly double low = Scale == RangeScale.Log ? Math.Log(From - ((Step ?? 0) / 2)) : From;
    private readonly double high = Scale == RangeScale.Log ? Math.Log(To + ((Step ?? 0) / 2)) : To;

    // A hair more, so that 0.1 · 3 is no less than 0.3.
    public override long? Count => Step is { } step ? (long)(((To - From) / step) + 1e-9) + 1 : null;

    public override bool IsOrdered => true;

    public override double ValueAt(double position)
    {
        if (Scale == RangeScale.Linear && Count is { } count)
        {
            return Level(LevelAt(position, count));
        }

        double along = low + (position * (high - low));
        double value = Scale == RangeScale.Log ? Math.Exp(along) : along;
        return Math.Clamp(Step is null ? Round(value) : Math.Round(value), From, To);
    }

    public override double PositionOf(double value)
    {
        if (Scale == RangeScale.Linear && Count is { } count)
        {
            return CentreOf((long)Math.Round((value - From) / Step!.Value), count);
        }

        double along = Scale == RangeScale.Log ? Math.Log(Math.Clamp(value, From, To)) : value;
        return Math.Clamp((along - low) / (high - low), 0, 1);
    }

    public override double Level(long n) =>
        Step is { } step
            // To the last digit of a decimal step: 0.1 · 3 is 0.3.
            ? Math.Round(From + (n * step), Math.Clamp(12 - Digit(Math.Max(Math.Abs(From), Math.Abs(To))), 0, 15))
            : throw new InvalidOperationException($"{Name} has no steps.");

    private double Round(double value)
    {
        double spacing = (high - low) / 1000 * (Scale == RangeScale.Log ? value : 1);
        int digit = Digit(spacing);
        if (digit >= 0)
        {
            double unit = Math.Pow(10, digit);
            return Math.Round(value / unit) * unit;
        }

        return -digit <= 15 ? Math.Round(value, -digit) : value;
    }

    /// <summary>The power of ten of a number's first digit.</summary>
    private static int Digit(double value) => value > 0 ? (int)Math.Floor(Math.Log10(value)) : 0;
}
