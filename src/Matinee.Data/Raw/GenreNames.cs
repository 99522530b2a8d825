namespace Matinee.Data.Raw;

/// <summary>Genres as MovieLens lists them, each under one name in all its data sets.</summary>
internal static class GenreNames
{
    /// <summary>MovieLens's genres, alphabetically, which is also the order of ml-100k's flags.</summary>
    public static IReadOnlyList<string> MovieLens { get; } =
    [
        "Action",
        "Adventure",
        "Animation",
        "Children",
        "Comedy",
        "Crime",
        "Documentary",
        "Drama",
        "Fantasy",
        "Film-Noir",
        "Horror",
        "Musical",
        "Mystery",
        "Romance",
        "Sci-Fi",
        "Thriller",
        "War",
        "Western",
    ];

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
