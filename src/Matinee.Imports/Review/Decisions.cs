using Matinee.Core;
using Matinee.Core.Catalog;

namespace Matinee.Imports.Review;

/// <summary>Applies what was decided to a file that may have changed since, as an export of next month has.</summary>
public static class Decisions
{
    /// <param name="path">Of the review, for messages.</param>
    /// <param name="films">Of the file that is imported now.</param>
    /// <returns>By the films' keys; null: left out.</returns>
    /// <exception cref="MatineeException">A film is not there any more, or what stands for its movie is none.</exception>
    public static Dictionary<string, MovieReference?> For(
        string path,
        IReadOnlyList<ReviewLine> lines,
        IReadOnlyList<(string Key, string Title, int? Year)> films
    )
    {
        var byKey = films.ToDictionary(film => film.Key);
        var byTitle = films.ToLookup(film => (film.Title, film.Year));
        var decisions = new Dictionary<string, MovieReference?>();
        foreach (ReviewLine line in lines.Where(line => line.Movie.Length > 0))
        {
            if (line.Movie == ReviewFile.LeaveOut)
            {
                decisions[KeyOf(line)] = null;
            }
            else if (MovieReference.TryParse(line.Movie, out MovieReference movie))
            {
                decisions[KeyOf(line)] = movie;
            }
            else
            {
                throw new MatineeException(
                    $"{path}, line {line.Line}: '{Reading.Excerpt.Of(line.Movie)}' is no movie. Write an id such as 2571 or imdb:tt0133093, "
                        + $"{ReviewFile.LeaveOut} to leave the film out, or nothing."
                );
            }
        }

        return decisions;

        string KeyOf(ReviewLine line)
        {
            // Lines move when a film is added above: the title says more than the place.
            bool hasTitle = line.Title.Length > 0;
            if (
                byKey.TryGetValue(line.Film, out var film)
                && (!hasTitle || (film.Title == line.Title && film.Year == line.Year))
            )
            {
                return line.Film;
            }

            return hasTitle && byTitle[(line.Title, line.Year)].ToArray() is [var moved]
                ? moved.Key
                : throw new MatineeException(
                    $"{path}, line {line.Line}: the file has no film '{Reading.Excerpt.Of(hasTitle ? line.Title : line.Film)}' to decide about (any more). "
                        + "Delete the line, or write a new review with --review."
                );
        }
    }
}
