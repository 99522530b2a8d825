using Matinee.Core;
using Matinee.Core.Interactions;

namespace Matinee.Imports.Matching;

/// <summary>What an import would bring, before anything of it is saved.</summary>
public sealed record ImportPlan
{
    public required ImportSource Source { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>In the file's order.</summary>
    public required IReadOnlyList<PlannedFilm> Films { get; init; }

    public required IReadOnlyList<SkippedRow> Skipped { get; init; }

    /// <summary>Of distinct movies, by item.</summary>
    public required IReadOnlyList<PlannedRating> Ratings { get; init; }

    /// <summary>Watched, whether or not rated as well; of distinct movies, by item. The time is null where the file says none.</summary>
    public required IReadOnlyList<PlannedFact> Watched { get; init; }

    public required IReadOnlyList<PlannedFact> Liked { get; init; }
    public required IReadOnlyList<PlannedFact> Wanted { get; init; }
    public required IReadOnlyList<PlannedFact> Owned { get; init; }

    /// <summary>
    /// A digest of what would be stored: the same for the same file, catalogue and choices. Who was shown a plan sends it along, so that no
    /// other one is carried out.
    /// </summary>
    public required string Digest { get; init; }

    public required ImportCounts Counts { get; init; }

    /// <param name="choices">
    /// By <see cref="ImportedFilm.Key"/>: the item index that a person says the film is, or null to leave it out. Films that were matched may be chosen anew.
    /// </param>
    /// <exception cref="MatineeException">A choice is for no film of the file, or for no item of the catalogue.</exception>
    public static ImportPlan Make(
        ImportSource source,
        IReadOnlyList<string> notes,
        IReadOnlyList<ImportedFilm> films,
        IReadOnlyList<SkippedRow> skipped,
        FilmMatcher matcher,
        IReadOnlyDictionary<string, int?>? choices = null
    )
    {
        FilmMatch[] matches = new FilmChoices(films, matcher.Catalog.Count, choices).Matches(matcher);
        var merged = new MergedFilms(films, matches);
        PlannedFilm[] planned = [.. films.Select((film, n) => new PlannedFilm(film, matches[n], merged.Notes[n]))];
        var plan = new ImportPlan
        {
            Source = source,
            Notes = notes,
            Films = planned,
            Skipped = skipped,
            Ratings = merged.Ratings,
            Watched = merged.Facts(FilmFacts.Watched),
            Liked = merged.Facts(FilmFacts.Liked),
            Wanted = merged.Facts(FilmFacts.Wanted),
            Owned = merged.Facts(FilmFacts.Owned),
            Counts = ImportCounts.Of(planned, skipped.Count),
            Digest = "",
        };
        return plan with { Digest = PlanDigest.Of(plan, matcher.Catalog) };
    }
}

/// <param name="Note">That another row about the same movie counts in its place, say; null: nothing to add.</param>
public sealed record PlannedFilm(ImportedFilm Film, FilmMatch Match, string? Note = null);

/// <param name="Time">Seconds since 1970 UTC; null: not said.</param>
public readonly record struct PlannedRating(ItemIndex Item, float Stars, long? Time);

/// <param name="Time">Seconds since 1970 UTC; null: not said.</param>
public readonly record struct PlannedFact(ItemIndex Item, long? Time);
