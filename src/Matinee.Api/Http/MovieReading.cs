using Matinee.Api.Contracts;
using Matinee.Api.Problems;
using Matinee.Api.Serving;
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

        var items = new List<int>();
        int count = 0;
        foreach (string? value in values)
        {
            foreach (Range range in (value ?? "").AsSpan().Split(','))
            {
                ReadOnlySpan<char> text = value.AsSpan()[range].Trim();
                if (++count > parameter.MostMovies)
                {
                    query.Errors.Add(
                        parameter.Name,
                        $"{parameter.Name} may name {parameter.MostMovies} movies at most."
                    );
                    return [];
                }

                switch (model.Ids.Find(text, out ItemIndex item))
                {
                    case MovieLookup.Found:
                        items.Add(item.Value);
                        break;
                    case MovieLookup.Malformed:
                        query.Errors.Add(
                            parameter.Name,
                            $"{parameter.Name} must be {MovieIds.Forms}, separated by commas, not '{QueryReader.Shown(text.ToString())}'."
                        );
                        return [];
                }
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
        for (int n = 0; n < movies.Count; n++)
        {
            switch (model.Ids.Find(movies[n].Text, out ItemIndex item))
            {
                case MovieLookup.Found:
                    items.Add(item.Value);
                    break;
                case MovieLookup.Unknown:
                    unknown?.Add(movies[n].Text);
                    break;
                default:
                    errors.Add(
                        $"{field}[{n}]",
                        $"{field}[{n}] must be {MovieIds.Forms}, not '{QueryReader.Shown(movies[n].Text ?? "")}'."
                    );
                    break;
            }
        }

        return Ascending(items);
    }

    /// <summary>The movie of an entry; an error where there is none.</summary>
    public static ItemIndex? Item(MovieReference movie, string field, ServedModel model, Errors errors)
    {
        switch (model.Ids.Find(movie.Text, out ItemIndex item))
        {
            case MovieLookup.Found:
                return item;
            case MovieLookup.Unknown:
                errors.Add(field, $"{field}: there is no movie {QueryReader.Shown(movie.Text)}.");
                return null;
            default:
                errors.Add(field, $"{field} must be {MovieIds.Forms}, not '{QueryReader.Shown(movie.Text ?? "")}'.");
                return null;
        }
    }

    private static int[] Ascending(List<int> items)
    {
        int[] distinct = [.. items.Distinct()];
        Array.Sort(distinct);
        return distinct;
    }
}
