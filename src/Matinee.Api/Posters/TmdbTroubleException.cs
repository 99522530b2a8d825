namespace Matinee.Api.Posters;

/// <summary>There may be a poster, and it can't be had now.</summary>
/// <param name="message">For whoever asked; names no address, key or movie.</param>
/// <param name="retryAfter">When asking again makes sense.</param>
internal sealed class TmdbTroubleException(string message, TimeSpan retryAfter) : Exception(message)
{
    public TimeSpan RetryAfter => retryAfter;

    /// <summary>Whether TMDB was asked and failed; else it was not asked at all.</summary>
    public bool WasAsked { get; init; }

    /// <summary>Whether the trouble is this movie's alone.</summary>
    public bool OfTheMovie { get; init; }
}
