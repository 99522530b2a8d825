using Matinee.Core.Catalog;

namespace Matinee;

/// <summary>A movie and its stars.</summary>
/// <param name="Movie">A MovieLens id (a plain number converts), <see cref="MovieReference.Imdb"/> or <see cref="MovieReference.Tmdb"/>.</param>
/// <param name="Stars">Half stars, 0.5 to 5.</param>
/// <param name="RatedAt">Null: now.</param>
public readonly record struct MovieRating(MovieReference Movie, double Stars, DateTimeOffset? RatedAt = null);
