namespace Matinee.Imports;

/// <summary>A film's numbers in the catalogues of others; null where a row names none.</summary>
/// <param name="Imdb">Without <c>tt</c> and leading zeros: 114709.</param>
public readonly record struct FilmNumbers(int? MovieLens = null, long? Imdb = null, int? Tmdb = null)
{
    public bool IsEmpty => this == default;
}
