namespace Matinee.Data.Demo;

/// <summary>A real film of the demo catalogue; what is said about it is fact, only its ratings are simulated.</summary>
/// <param name="Id">The catalogue's own numbering, not MovieLens's.</param>
/// <param name="Title">With the year, leading article last, as MovieLens writes it: <c>Matrix, The (1999)</c>.</param>
/// <param name="Genres">One to five of MovieLens's genres, in alphabetical order.</param>
/// <param name="Fame">How widely known the film is: 1 among enthusiasts to 5 by nearly everyone.</param>
/// <param name="Tags">Three to eight lower-case facts and themes, the most telling first.</param>
public sealed record DemoMovie(
    int Id,
    string Title,
    int Year,
    IReadOnlyList<string> Genres,
    int Fame,
    IReadOnlyList<string> Tags
);
