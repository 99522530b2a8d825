using System.Globalization;
using System.Text.Json.Serialization;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Ranking.Controls;

/// <summary>Which movies may appear in a list; conditions that are given must all hold.</summary>
public sealed record MovieFilter : IModelOptions<MovieFilter>
{
    /// <summary>A movie has at least one of these; empty: any genre. Case does not matter.</summary>
    public IReadOnlyList<string> Genres { get; init; } = [];

    /// <summary>A movie has none of these.</summary>
    public IReadOnlyList<string> ExcludedGenres { get; init; } = [];

    /// <summary>First release year; movies of unknown year are left out then.</summary>
    public int? YearFrom { get; init; }

    /// <summary>Last release year; movies of unknown year are left out then.</summary>
    public int? YearTo { get; init; }

    /// <summary>Ratings in the training data that a movie needs, at least 0. Default 0.</summary>
    public int MinRatings { get; init; }

    /// <summary>A movie has at least one of these tags; empty: any. Case does not matter.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Movies never to list; ids that the catalogue lacks change nothing.</summary>
    public IReadOnlyList<ItemId> ExcludedMovies { get; init; } = [];

    [JsonIgnore]
    public bool IsEmpty =>
        Genres.Count == 0
        && ExcludedGenres.Count == 0
        && YearFrom is null
        && YearTo is null
        && MinRatings == 0
        && Tags.Count == 0
        && ExcludedMovies.Count == 0;

    public MovieFilter Validate()
    {
        OptionRules.AtLeast(MinRatings, 0, nameof(MinRatings));
        if (YearFrom > YearTo)
        {
            throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The years run from {YearFrom} to {YearTo}, which is no year at all. Give the earlier one first."
                )
            );
        }

        return this;
    }
}
