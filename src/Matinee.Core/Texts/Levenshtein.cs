namespace Matinee.Core.Texts;

/// <summary>How far two texts are apart, letter by letter.</summary>
public static class Levenshtein
{
    /// <summary>How many letters to add, drop or replace (Levenshtein 1966).</summary>
    /// <returns>More than <paramref name="most"/> may be any number above it.</returns>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
        {
            return most + 1;
        }

        Span<int> row = right.Length < 256 ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        for (int m = 0; m <= right.Length; m++)
        {
            row[m] = m;
        }

        for (int n = 1; n <= left.Length; n++)
        {
            int diagonal = row[0];
            row[0] = n;
            int least = n;
            for (int m = 1; m <= right.Length; m++)
            {
                int replaced = diagonal + (left[n - 1] == right[m - 1] ? 0 : 1);
                diagonal = row[m];
                row[m] = Math.Min(replaced, 1 + Math.Min(row[m], row[m - 1]));
                least = Math.Min(least, row[m]);
            }

            if (least > most)
            {
                return most + 1;
            }
        }

        return row[right.Length];
    }
}
