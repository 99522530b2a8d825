namespace Matinee.Core.Models.Tuning;

/// <summary>Everything that a search may try.</summary>
/// <param name="Dimensions">At least one.</param>
public sealed record SearchSpace(IReadOnlyList<SearchDimension> Dimensions)
{
    /// <summary>How many combinations there are; null where they can't be counted.</summary>
    public long? Size
    {
        get
        {
            double size = Dimensions.Aggregate(1.0, (product, dimension) => product * (dimension.Count ?? double.NaN));
            return size <= long.MaxValue / 2 ? (long)size : null;
        }
    }

    /// <param name="positions">One per dimension.</param>
    public double[] ValuesAt(ReadOnlySpan<double> positions)
    {
        var values = new double[Dimensions.Count];
        for (int n = 0; n < values.Length; n++)
        {
            values[n] = Dimensions[n].ValueAt(positions[n]);
        }

        return values;
    }

    public double[] PositionsOf(IReadOnlyList<double> values) =>
        [.. Dimensions.Zip(values, (dimension, value) => dimension.PositionOf(value))];

    /// <summary>Every combination, where they can be counted; the last dimension turns fastest.</summary>
    public IEnumerable<double[]> All()
    {
        for (long n = 0; n < Size; n++)
        {
            var values = new double[Dimensions.Count];
            long rest = n;
            for (int d = values.Length - 1; d >= 0; d--)
            {
                long count = Dimensions[d].Count!.Value;
                values[d] = Dimensions[d].Level(rest % count);
                rest /= count;
            }

            yield return values;
        }
    }
}
