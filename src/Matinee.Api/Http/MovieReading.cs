using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Http;

/// <summary>Turns movies as clients name them into item indices.</summary>
internal static class MovieReading
{
    /// <returns>Ascending item indices of the movies that there are; null where the parameter is absent.</returns>
    public static int[]? Items(this QueryReader query, MoviesParameter parameter, ServedModel model)
    {
        StringValues values = query.All(parameter);
        if (values.Count == 0)
        {
            return null;
        }

        string[] texts = [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))];
        if (texts.Length > parameter.MostMovies)
        {
            query.Errors.Add(parameter.Name, $"{parameter.Name} may name {parameter.MostMovies} movies at most.");
            return [];
        }

        var items = new List<int>(texts.Length);
        foreach (string text in texts)
        {
            if (!MovieReference.TryParse(text, out MovieReference movie))
            {
                query.Errors.Add(
                    parameter.Name,
                    $"{parameter.Name} must be {MovieReferenceConverter.Forms}, separated by commas, not '{QueryReader.Shown(text)}'."
                );
                return [];
            }

            if (model.TryFind(movie, out ItemIndex item))
            {
                items.Add(item.Value);
            }
        }

        return Ascending(items);
    }

    /// <returns>Ascending item indices of the movies that there are; null where the list is absent.</returns>
    public static int[]? Items(
        IReadOnlyList<MovieReference>? movies,
        string field,
        int most,
        ServedModel model,
        Errors errors,
        List<string>? unknown = null
    )
    {
        if (movies is null)
        {
            return null;
        }

        if (movies.Count > most)
        {
            errors.Add(field, $"{field} may have {most} entries at most, not {movies.Count}.");
            return [];
        }

        var items = new List<int>(movies.Count);
        foreach (MovieReference movie in movies)
        {
            if (model.TryFind(movie, out ItemIndex item))
            {
                items.Add(item.Value);
            }
            else
            {
                unknown?.Add(movie.ToString());
            }
        }

        return Ascending(items);
    }

    /// <summary>The movie of an entry; an error where there is none.</summary>
    public static ItemIndex? Item(MovieReference movie, string field, ServedModel model, Errors errors)
    {
        if (model.TryFind(movie, out ItemIndex item))
        {
            return item;
        }

        errors.Add(field, $"{field}: there is no movie {movie}.");
        return null;
    }

    private static int[] Ascending(List<int> items)
    {
        int[] distinct = [.. items.Distinct()];
        Array.Sort(distinct);
        return distinct;
    }
}
