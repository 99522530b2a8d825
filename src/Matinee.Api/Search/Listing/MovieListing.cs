namespace Matinee.Api.Search.Listing;

/// <summary>A page of a listing.</summary>
/// <param name="Items">Item indices, in order.</param>
/// <param name="Total">Movies on all pages.</param>
/// <param name="Next">What to ask the next page with; null on the last one.</param>
public sealed record MovieListing(IReadOnlyList<int> Items, int Total, string? Next);
