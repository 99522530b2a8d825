using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Ranking.Controls;
using Matinee.Data;

namespace Matinee.Cli.Commands;

/// <summary>Which movies may appear in a list.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string[]> genres = Names("--genre", "Only movies of this genre; give it again for either.");
    private readonly Option<string[]> excludedGenres = Names("--exclude-genre", "No movie of this genre; repeatable.");
    private readonly Option<string[]> tags = Names("--tag", "Only movies with this tag; give it again for either.");

    private readonly Option<YearRange?> years = new("--years")
    {
        Description = "Only movies of these years: 1994, 1990-1999, 1990- or -1999.",
        HelpName = "years",
        CustomParser = ParseYears,
    };

    private readonly Option<int> minRatings = CommonOptions.Whole(
        "--min-ratings",
        0,
        0,
        "Only movies with this many ratings in the training data."
    );

    private readonly Option<ItemId[]> excluded = new("--exclude")
    {
        Description = "Never these movies: ids, separated by commas; repeatable.",
        HelpName = "ids",
        CustomParser = ParseIds,
    };

    private readonly Option<string?> excludedFile = new("--exclude-file")
    {
        Description = "Never the movies of this CSV: a column movieId, such as a ratings file has.",
        HelpName = "file",
    };

    private readonly Option<string?> onlyFile = new("--only-file")
    {
        Description = "Only the movies of this CSV: a column movieId, such as 'import --library-output' writes.",
        HelpName = "file",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(genres);
        command.Options.Add(excludedGenres);
        command.Options.Add(years);
        command.Options.Add(minRatings);
        command.Options.Add(tags);
        command.Options.Add(excluded);
        command.Options.Add(excludedFile);
        command.Options.Add(onlyFile);
    }

    /// <returns>Item indices of the only movies to list; null: any. Unknown ids change nothing: a library may hold more than the catalogue.</returns>
    public int[]? Only(ParseResult parsed, MovieCatalog catalog) =>
        parsed.GetValue(onlyFile) is { } file
            ?
            [
                .. MovieIdFile
                    .Read(file)
                    .Select(id => catalog.Items.TryGetIndex(id, out ItemIndex item) ? item.Value : -1)
                    .Where(item => item >= 0)
                    .Distinct()
                    .Order(),
            ]
            : null;

    /// <param name="catalog">What excluded ids are looked up in, to warn of mistyped ones.</param>
    public MovieFilter Read(ParseResult parsed, MovieCatalog catalog, Action<string> warn)
    {
        ItemId[] ids =
        [
            .. parsed.GetValue(excluded) ?? [],
            .. parsed.GetValue(excludedFile) is { } file ? MovieIdFile.Read(file) : [],
        ];
        int unknown = ids.Count(id => !catalog.Items.TryGetIndex(id, out _));
        if (unknown > 0)
        {
            warn(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unknown} of {ids.Length} excluded movies are not in the model's catalogue."
                )
            );
        }

        YearRange? range = parsed.GetValue(years);
        return new MovieFilter
        {
            Genres = parsed.GetValue(genres) ?? [],
            ExcludedGenres = parsed.GetValue(excludedGenres) ?? [],
            Tags = parsed.GetValue(tags) ?? [],
            YearFrom = range?.From,
            YearTo = range?.To,
            MinRatings = parsed.GetValue(minRatings),
            ExcludedMovies = ids,
        };
    }

    private static Option<string[]> Names(string name, string description) =>
        new(name) { Description = description, HelpName = "name" };

    private static YearRange? ParseYears(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        string[] ends = text.Split('-');
        if (ends.Length == 1)
        {
            ends = [text, text];
        }

        int? from = null;
        int? to = null;
        bool right =
            ends.Length == 2 && text != "-" && Year(ends[0], ref from) && Year(ends[1], ref to) && !(from > to);
        if (!right)
        {
            result.AddError($"--years takes a year or a range such as 1990-1999, 1990- or -1999, not '{text}'.");
        }

        return new YearRange(from, to);

        static bool Year(string text, ref int? year)
        {
            if (text.Length == 0)
            {
                return true;
            }

            bool whole = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value);
            year = value;
            return whole;
        }
    }

    private static ItemId[] ParseIds(ArgumentResult result)
    {
        var ids = new List<ItemId>();
        foreach (string text in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int id))
            {
                ids.Add(new ItemId(id));
            }
            else
            {
                result.AddError($"--exclude takes movie ids separated by commas, not '{text}'.");
                break;
            }
        }

        return [.. ids];
    }

    private sealed record YearRange(int? From, int? To);
}
