namespace Matinee.Core;

/// <summary>The known name that a mistyped one probably meant.</summary>
public static class NearestName
{
    /// <summary>The closest name by edit distance (Levenshtein 1966), or null if none is near.</summary>
    public static string? Find(string typed, IEnumerable<string> known, bool ignoreCase = false)
    {
        string wanted = ignoreCase ? typed.ToUpperInvariant() : typed;
        (string Name, int Distance)? best = known
            .Select(name => (Name: name, Distance: Distance(wanted, ignoreCase ? name.ToUpperInvariant() : name)))
            .OrderBy(pair => pair.Distance)
            .Cast<(string, int)?>()
            .FirstOrDefault();
        return best is { } found && found.Distance <= Math.Max(2, typed.Length / 3) ? found.Name : null;
    }

    private static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        var current = new int[right.Length + 1];
        for (int n = 1; n <= left.Length; n++)
        {
            current[0] = n;
            for (int m = 1; m <= right.Length; m++)
            {
                int substitution = previous[m - 1] + (left[n - 1] == right[m - 1] ? 0 : 1);
                current[m] = Math.Min(substitution, 1 + Math.Min(previous[m], current[m - 1]));
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
