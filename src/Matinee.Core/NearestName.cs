using Matinee.Core.Texts;

namespace Matinee.Core;

/// <summary>The known name that a mistyped one probably meant.</summary>
public static class NearestName
{
    /// <summary>The closest name by edit distance, or null if none is near.</summary>
    public static string? Find(string typed, IEnumerable<string> known, bool ignoreCase = false)
    {
        string wanted = ignoreCase ? typed.ToUpperInvariant() : typed;
        int most = Math.Max(2, typed.Length / 3);
        (string Name, int Distance)? best = known
            .Select(name =>
                (Name: name, Distance: Levenshtein.Distance(wanted, ignoreCase ? name.ToUpperInvariant() : name, most))
            )
            .OrderBy(pair => pair.Distance)
            .Cast<(string, int)?>()
            .FirstOrDefault();
        return best is { } found && found.Distance <= most ? found.Name : null;
    }
}
