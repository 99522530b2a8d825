using System.Globalization;

namespace Matinee.Report.Charts;

/// <param name="Position">On the axis, as <see cref="Axis.At"/> gives it.</param>
internal readonly record struct Tick(double Position, string Label);

/// <summary>One axis of a chart: what it counts, from where to where, and which of its points are labelled.</summary>
/// <param name="Low">Lower end, as <see cref="At"/> gives it.</param>
/// <param name="High">Upper end, as <see cref="At"/> gives it.</param>
/// <param name="Lines">Whether grid lines run from the ticks.</param>
internal sealed record Axis(string Title, double Low, double High, IReadOnlyList<Tick> Ticks, bool Lines = true)
{
    public bool Logarithmic { get; private init; }

    /// <summary>Where a value stands.</summary>
    public double At(double value) => Logarithmic ? Math.Log10(value) : value;

    /// <summary>Ends widened to whole steps of 1, 2 or 5 times a power of ten; about five steps.</summary>
    public static Axis Linear(string title, double low, double high)
    {
        // All values equal: one step around them.
        double span = high - low > 0 ? high - low : Math.Max(Math.Abs(high), 1);
        double step = Step(span / 5);
        double first = Math.Floor((low / step) + 1e-9);
        double last = Math.Max(Math.Ceiling((high / step) - 1e-9), first + 1);
        int digits = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        string format = "F" + digits.ToString(CultureInfo.InvariantCulture);
        var ticks = new List<Tick>();
        for (double n = first; n <= last; n++)
        {
            ticks.Add(new Tick(n * step, (n * step).ToString(format, CultureInfo.InvariantCulture)));
        }

        return new Axis(title, first * step, last * step, ticks);
    }

    /// <summary>Shares from 0 to 1, labelled in percent.</summary>
    public static Axis Share(string title, double high = 1)
    {
        Axis axis = Linear(title, 0, high * 100);
        return axis with
        {
            Low = 0,
            High = axis.High / 100,
            Ticks = [.. axis.Ticks.Select(tick => new Tick(tick.Position / 100, tick.Label + "%"))],
        };
    }

    /// <summary>From 1 to <paramref name="high"/>, in powers of ten.</summary>
    public static Axis Powers(string title, double high)
    {
        var ticks = new List<Tick>();
        for (double power = 1; power <= high; power *= 10)
        {
            ticks.Add(new Tick(Math.Log10(power), power.ToString("N0", CultureInfo.InvariantCulture)));
        }

        return new Axis(title, 0, Math.Log10(Math.Max(high, 2)), ticks) { Logarithmic = true };
    }

    /// <summary>From <paramref name="low"/>, above 0, to <paramref name="high"/>, labelled at 1, 2 and 5 times powers of ten.</summary>
    public static Axis Ratios(string title, double low, double high)
    {
        double[] powers = [.. Places(1)];
        double[] places = powers.Length > 2 ? powers : [.. Places(1, 2, 5)];
        return new Axis(
            title,
            Math.Log10(low),
            Math.Log10(high),
            [
                .. (places.Length > 1 ? places : [low, high]).Select(place => new Tick(
                    Math.Log10(place),
                    place.ToString("#,0.##########", CultureInfo.InvariantCulture)
                )),
            ]
        )
        {
            Logarithmic = true,
        };

        IEnumerable<double> Places(params double[] multiples) =>
            Enumerable
                .Range((int)Math.Floor(Math.Log10(low)), (int)Math.Ceiling(Math.Log10(high / low)) + 2)
                .SelectMany(power => multiples.Select(multiple => multiple * Math.Pow(10, power)))
                .Where(place => place >= low * (1 - 1e-9) && place <= high * (1 + 1e-9));
    }

    /// <summary>From 0 to <paramref name="last"/>, whole numbers only, about five of them labelled.</summary>
    public static Axis Counted(string title, int last)
    {
        int step = Math.Max(1, (int)Math.Ceiling(last / 6.0));
        return new Axis(
            title,
            0,
            last,
            [.. Enumerable.Range(0, (last / step) + 1).Select(n => new Tick(n * step, Words.Count(n * step)))]
        );
    }

    /// <summary>Named places 0, 1, 2 …</summary>
    public static Axis Names(string title, IReadOnlyList<string> names) =>
        new(title, -0.5, names.Count - 0.5, [.. names.Select((name, n) => new Tick(n, name))], Lines: false);

    private static double Step(double rough)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power
            * (rough / power) switch
            {
                <= 1 + 1e-9 => 1,
                <= 2 + 1e-9 => 2,
                <= 5 + 1e-9 => 5,
                _ => 10,
            };
    }
}
