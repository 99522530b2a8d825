using System.Globalization;
using Matinee.Core;
using Matinee.Core.Interactions;

namespace Matinee.Imports.Matching;

/// <summary>What a person says films are, in the place of what they were recognised as.</summary>
internal sealed class FilmChoices
{
    private readonly IReadOnlyList<ImportedFilm> films;
    private readonly IReadOnlyDictionary<string, int?> choices;

    /// <exception cref="MatineeException">A choice is for no film, or for no item.</exception>
    public FilmChoices(
        IReadOnlyList<ImportedFilm> films,
        int itemCount,
        IReadOnlyDictionary<string, int?>? choices = null
    )
    {
        this.films = films;
        this.choices = choices ?? new Dictionary<string, int?>();
        HashSet<string> keys = [.. films.Select(film => film.Key)];
        foreach ((string key, int? item) in this.choices)
        {
            if (!keys.Contains(key))
            {
                throw new MatineeException(
                    $"A choice is for '{key}', but no film of this file begins there. Look at the file again and choose anew."
                );
            }

            if (item < 0 || item >= itemCount)
            {
                throw new MatineeException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The choice for '{key}' is item {item}, which the catalogue doesn't have: it has 0 to {itemCount - 1}. Choose anew."
                    )
                );
            }
        }
    }

    /// <summary>What is recognised of the others doesn't depend on what is chosen: an answer raises no new question.</summary>
    /// <returns>By film.</returns>
    public FilmMatch[] Matches(FilmMatcher matcher)
    {
        FilmMatch[] matches = [.. films.Select(matcher.Match)];
        RivalFilms.Settle(films, matches, matcher.Catalog);
        for (int n = 0; n < matches.Length; n++)
        {
            if (choices.TryGetValue(films[n].Key, out int? choice))
            {
                matches[n] = choice is { } item
                    ? new FilmMatch(MatchStatus.Matched) { Item = new ItemIndex(item), By = MatchedBy.Choice }
                    : new FilmMatch(MatchStatus.LeftOut) { By = MatchedBy.Choice };
            }
        }

        return matches;
    }
}
