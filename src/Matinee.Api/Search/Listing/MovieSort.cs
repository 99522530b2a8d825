namespace Matinee.Api.Search.Listing;

/// <summary>What a listing is sorted by; ties go by popularity, then by movie id.</summary>
public enum MovieSort
{
    /// <summary>How well the title fits the query; without a query as <see cref="Popularity"/>.</summary>
    Relevance,

    /// <summary>Most training ratings first.</summary>
    Popularity,

    /// <summary>Highest damped mean first.</summary>
    Rating,

    /// <summary>Latest first, unknown years last.</summary>
    Year,

    /// <summary>By the letters of the title as MovieLens states it, articles behind.</summary>
    Title,
}
