namespace Matinee.Data.Raw;

/// <summary>Genres as MovieLens lists them, each under one name in all its data sets.</summary>
internal static class GenreNames
{
    private const string None = "(no genres listed)";

    public static string[] Parse(ReadOnlySpan<char> text) =>
        text.Trim().Equals(None, StringComparison.OrdinalIgnoreCase)
            ? []
            :
            [
                .. SingleLine
                    .Of(text)
                    .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(Canonical)
                    .Distinct(),
            ];

    // MovieLens 1M alone says "Children's".
    private static string Canonical(string name) => name == "Children's" ? "Children" : name;
}
