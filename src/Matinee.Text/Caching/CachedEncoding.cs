namespace Matinee.Text.Caching;

/// <summary>Vectors, and where they came from.</summary>
/// <param name="Vectors">One per text asked for, in the order asked.</param>
/// <param name="Hits">Distinct texts that the cache knew.</param>
/// <param name="Misses">Distinct texts that were encoded now.</param>
public sealed record CachedEncoding(TextVectors Vectors, int Hits, int Misses);
