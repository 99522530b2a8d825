namespace Matinee.Core.Numerics;

/// <summary>Single places of a sorted order, without sorting the rest.</summary>
internal static class OrderStatistics
{
    private const int FewValues = 16;

    /// <summary>
    /// What would stand at a place if the values were sorted (quickselect; Hoare 1961): linear time but for values made against it.
    /// </summary>
    /// <param name="values">Without NaN; rearranged.</param>
    public static float Select(Span<float> values, int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)values.Length);
        while (values.Length > FewValues)
        {
            float pivot = Middle(values[0], values[values.Length / 2], values[^1]);
            int left = 0;
            int right = values.Length - 1;
            while (left <= right)
            {
                while (values[left] < pivot)
                {
                    left++;
                }

                while (values[right] > pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            // Up to right: not above the pivot; from left on: not below it; between them the pivot itself.
            if (place <= right)
            {
                values = values[..(right + 1)];
            }
            else if (place >= left)
            {
                values = values[left..];
                place -= left;
            }
            else
            {
                return pivot;
            }
        }

        values.Sort();
        return values[place];
    }

    private static float Middle(float a, float b, float c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
