using Matinee.Cli.Terminal;

namespace Matinee.Cli.Importing;

/// <summary>A number and what it counts: <c>1 film</c>, <c>2 films to decide about</c>.</summary>
internal static class Counted
{
    /// <param name="plural">Its first word in the plural, with an s.</param>
    public static string Of(int count, string plural)
    {
        int end = plural.IndexOf(' ', StringComparison.Ordinal);
        string first = end < 0 ? plural : plural[..end];
        return count == 1 ? $"1 {first.TrimEnd('s')}{plural[first.Length..]}" : $"{Numbers.Count(count)} {plural}";
    }
}
