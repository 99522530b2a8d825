using Matinee.Api.Search.Listing;
using Matinee.Core;
using Matinee.Core.Models;

namespace Matinee.Api.Search;

/// <summary>What a person looks for, in their words.</summary>
public sealed record SearchRequest
{
    public const int MostMovies = 100;

    /// <summary>A title, some words or a sentence; what comes after 2 000 characters is not read.</summary>
    public required string Query { get; init; }

    /// <summary>As in <see cref="MovieListingRequest.Genres"/>.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    /// <summary>1 to 100. Default 20.</summary>
    public int Limit { get; init; } = 20;

    /// <exception cref="MatineeException">There is no query, or the limit is out of range.</exception>
    public SearchRequest Validate()
    {
        OptionRules.Between(Limit, 1, MostMovies, nameof(Limit));
        if (string.IsNullOrWhiteSpace(Query))
        {
            throw new MatineeException("There is nothing to search for. Give a title, some words or a sentence.");
        }

        return this;
    }
}
