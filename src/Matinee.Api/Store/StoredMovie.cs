using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Api.Store;

/// <summary>A movie that was added after the model was trained.</summary>
public sealed record StoredMovie
{
    /// <summary>0 until the store gives one.</summary>
    public int Id { get; init; }

    public required string Title { get; init; }
    public int? Year { get; init; }
    public IReadOnlyList<string> Genres { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>With its leading zeros, without <c>tt</c>.</summary>
    public string? ImdbId { get; init; }

    public int? TmdbId { get; init; }
    public string? Plot { get; init; }

    /// <summary>Seconds since 1970 UTC.</summary>
    public long AddedAt { get; init; }

    /// <summary>As the catalogue has movies: its tags were applied once each.</summary>
    public Movie ToMovie() =>
        new()
        {
            Id = new ItemId(Id),
            Title = Title,
            Year = Year,
            Genres = Genres,
            Tags = [.. Tags.Select(tag => new MovieTag(tag, 1))],
            ImdbId = ImdbId,
            TmdbId = TmdbId,
            Plot = Plot,
        };

    /// <summary>Those that a catalogue lacks: a newer one may have learned, from an export, what was added to an older.</summary>
    public static IEnumerable<Movie> NotIn(MovieCatalog catalog, IEnumerable<StoredMovie> added) =>
        added.Where(movie => !catalog.Items.TryGetIndex(new ItemId(movie.Id), out _)).Select(movie => movie.ToMovie());
}
