using Matinee.Core;
using Matinee.Core.Models;

namespace Matinee.Api.Search.Listing;

/// <summary>Which movies to list.</summary>
public sealed record MovieListingRequest
{
    public const int MostMovies = 100;

    /// <summary>Some words of the title, in any order, the last one perhaps unfinished; null or blank: all movies.</summary>
    public string? Query { get; init; }

    /// <summary>A movie has at least one of these; empty: any. Case does not matter.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A movie has none of these.</summary>
    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    public MovieSort Sort { get; init; }

    /// <summary>1 to 100. Default 20.</summary>
    public int Limit { get; init; } = 20;

    /// <summary><see cref="MovieListing.Next"/> of the page before; null: the first page.</summary>
    public string? Cursor { get; init; }

    /// <param name="genres">Names; one behind an exclamation mark excludes.</param>
    public MovieListingRequest WithGenres(IEnumerable<string> genres)
    {
        string[] all = [.. genres];
        return this with
        {
            Genres = [.. all.Where(genre => !genre.StartsWith('!'))],
            ExcludedGenres = [.. all.Where(genre => genre.StartsWith('!')).Select(genre => genre[1..])],
        };
    }

    /// <exception cref="MatineeException">The limit is out of range.</exception>
    public MovieListingRequest Validate()
    {
        OptionRules.Between(Limit, 1, MostMovies, nameof(Limit));
        return this;
    }
}
