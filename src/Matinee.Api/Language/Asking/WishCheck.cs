using Matinee.Api.Assistants;
using Matinee.Api.Contracts;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Search;
using Matinee.Api.Serving;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;
using Matinee.Core.Ranking.Similar;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Language.Asking;

/// <summary>
/// Turns a wish into what the engine is asked, by the code that reads the API's own queries: a value that a query could not have is
/// left out, and listed.
/// </summary>
internal sealed class WishCheck(ServedModel model, MovieSearch search)
{
    private const int Alike = 100;
    private const int Found = SearchRequest.MostMovies;

    private readonly Dictionary<string, StringValues> values = new(StringComparer.Ordinal);
    private readonly List<string> ignored = [];

    public IReadOnlyList<string> Ignored => ignored;

    public (RecommendationQuery Query, AskedFilters Filters) Check(Wish wish)
    {
        Genres(wish);
        Add("limit", wish.Limit);
        Add("diversity", wish.Diversity);
        Add("popularity", wish.Popularity);
        Add("year_min", wish.YearMin);
        Add("year_max", wish.YearMax);
        RecommendationQuery query = RecommendationQuery.Read(new QueryCollection(values), model);
        MovieFilter? filter = query.Controls.Filter;
        ItemIndex? like = Like(wish.Like);
        int[]? only = Both(
            like is { } item ? AlikeTo(item, filter) : null,
            wish.Query is { } words ? FoundFor(words, filter) : null
        );
        var filters = new AskedFilters
        {
            Genres = filter?.Genres ?? [],
            ExcludedGenres = filter?.ExcludedGenres ?? [],
            YearMin = filter?.YearFrom,
            YearMax = filter?.YearTo,
            Limit = query.Count,
            Diversity = query.Controls.Diversity,
            Popularity = query.Controls.Popularity,
            Query = wish.Query,
            Like = like is { } one ? Named(model.Catalog[one]) : null,
        };
        return (query with { Only = only }, filters);
    }

    private static AskedMovie Named(Movie movie) => new(movie.Id.Value, movie.Title);

    private void Genres(Wish wish)
    {
        string[] excluded = [.. Known(wish.ExcludedGenres)];
        string[] wanted = [.. Known(wish.Genres).Except(excluded)];
        if (wanted.Length + excluded.Length > 0)
        {
            values["genre"] = new StringValues([.. wanted, .. excluded.Select(genre => "!" + genre)]);
        }
    }

    private IEnumerable<string> Known(IReadOnlyList<string> genres)
    {
        var known = new List<string>();
        foreach (string genre in genres)
        {
            IReadOnlyList<string> found = GenreWords.Of(GenreWords.Folded(genre), model);
            if (found.Count == 0)
            {
                ignored.Add($"There is no genre '{QueryReader.Shown(genre)}' here.");
            }

            known.AddRange(found);
        }

        return known.Distinct();
    }

    // Tried with what is there already: years must fit each other.
    private void Add(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        values[name] = value;
        try
        {
            RecommendationQuery.Read(new QueryCollection(values), model);
        }
        catch (ProblemException exception)
        {
            values.Remove(name);
            ignored.Add(exception.Problem.Detail ?? exception.Problem.Title);
        }
    }

    // Nothing is changed by it: of several movies the likeliest is taken, and the answer says which.
    private ItemIndex? Like(string? title)
    {
        if (title is null)
        {
            return null;
        }

        NamedMovie named = NamedMovie.ByTitle(title, model);
        if (named.Item is { } item)
        {
            return item;
        }

        if (named.Candidates.Count > 0)
        {
            return named.Candidates[0];
        }

        ignored.Add($"No movie here has a title like '{QueryReader.Shown(title, longest: 100)}'.");
        return null;
    }

    private int[] AlikeTo(ItemIndex item, MovieFilter? filter) =>
        [
            .. model
                .Similar.Of(item, new SimilarRequest { Count = Alike, Filter = filter })
                .Select(one => one.Item.Value)
                .Order(),
        ];

    private int[] FoundFor(string words, MovieFilter? filter) =>
        [
            .. search
                .Search(
                    model.Index,
                    new SearchRequest
                    {
                        Query = words,
                        Genres = filter?.Genres ?? [],
                        ExcludedGenres = filter?.ExcludedGenres ?? [],
                        Limit = Found,
                    }
                )
                .Hits.Select(hit => hit.Item)
                .Order(),
        ];

    // Alike and found where there are such; else alike.
    private static int[]? Both(int[]? alike, int[]? found) =>
        alike is null ? found
        : found is null ? alike
        : alike.Intersect(found).ToArray() is { Length: > 0 } both ? both
        : alike;
}
