using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Lays out what a dataset knows as relation blocks: one of users, one of movies, one of days.</summary>
internal static class DesignBuilder
{
    public const int UserBlock = 0;
    public const int MovieBlock = 1;
    public const int DayBlock = 2;

    public const string Id = "id";
    public const string RatedMovies = "rated movies";
    private const string RatingUsers = "rating users";
    private const string Year = "year";
    private const string Genres = "genres";
    private const string Tags = "tags";

    // Neighbouring years, and ages, are alike, and single ones few.
    private const int YearsPerBin = 5;

    // A rare tag says little more than its movies' ids, and thousands of them blur what the others say.
    private const int LeastMoviesOfATag = 20;

    /// <summary>The groups that the options ask for and the data lacks, in words.</summary>
    public static IEnumerable<string> Missing(Design design, TrainingData data, FactorizationMachineOptions options)
    {
        HashSet<string> there = [.. design.Blocks[MovieBlock].Groups.Select(group => group.Name)];
        (bool Wanted, string Name)[] groups =
        [
            (options.UseYear, Year),
            (options.UseGenres, Genres),
            (options.UseTags, Tags),
        ];
        foreach ((bool wanted, string name) in groups)
        {
            if (wanted && !there.Contains(name))
            {
                yield return name;
            }
        }

        if (options.UseUserAttributes && data.Attributes is null)
        {
            yield return "user attributes";
        }
    }

    public static Design Build(TrainingData data, FactorizationMachineOptions options, DayMap? days)
    {
        InteractionMatrix ratings = data.Ratings;
        var users = new int[ratings.EntryCount];
        for (int user = 0; user < ratings.RowCount; user++)
        {
            users.AsSpan(ratings.RowStarts[user], ratings.RowLength(user)).Fill(user);
        }

        List<DesignBlock> blocks = [Users(data, users, options), Movies(data, options)];
        if (days is not null)
        {
            int[] dayOf = [.. ratings.Timestamps.ToArray().Select(days.RowOf)];
            var block = new BlockBuilder(days.Count, dayOf);
            block.AddIdentity("day");
            blocks.Add(block.Build());
        }

        return new Design(ratings.Values.ToArray(), [.. blocks]);
    }

    private static DesignBlock Users(TrainingData data, int[] users, FactorizationMachineOptions options)
    {
        InteractionMatrix ratings = data.Ratings;
        var block = new BlockBuilder(ratings.RowCount, users);
        block.AddIdentity(Id);
        if (options.UseRatedMovies)
        {
            block.Add(
                RatedMovies,
                ratings.ColumnCount,
                user => ratings.RowColumns(user).ToArray(),
                user => 1 / Math.Sqrt(Math.Max(1, ratings.RowLength(user)))
            );
        }

        if (options.UseUserAttributes && data.Attributes is { } known)
        {
            foreach ((string name, Vocabulary<string> words) in UserWords(known))
            {
                block.Add(name, words.Count, words.FeaturesOf, words.Evenly);
            }
        }

        return block.Build();
    }

    private static DesignBlock Movies(TrainingData data, FactorizationMachineOptions options)
    {
        MovieCatalog catalog = data.Catalog;
        var block = new BlockBuilder(catalog.Count, data.Ratings.Columns.ToArray());
        block.AddIdentity(Id);
        if (options.UseRatingUsers)
        {
            InteractionMatrix raters = data.Ratings.Transpose();
            block.Add(
                RatingUsers,
                raters.ColumnCount,
                movie => movie < raters.RowCount ? raters.RowColumns(movie).ToArray() : [],
                movie => movie < raters.RowCount ? 1 / Math.Sqrt(Math.Max(1, raters.RowLength(movie))) : 0
            );
        }

        foreach ((string name, _, Vocabulary<string> words) in MovieWords(catalog.Movies, options))
        {
            block.Add(name, words.Count, words.FeaturesOf, words.Evenly);
        }

        return block.Build();
    }

    /// <summary>What movies are described by, group by group, in the order of the block's features.</summary>
    public static IEnumerable<(
        string Name,
        Func<Movie, IEnumerable<string>> WordsOf,
        Vocabulary<string> Words
    )> MovieWords(IEnumerable<Movie> movies, FactorizationMachineOptions options)
    {
        (bool Used, string Name, Func<Movie, IEnumerable<string>> WordsOf, int LeastMovies)[] groups =
        [
            (options.UseYear, Year, movie => Bin(movie.Year), 1),
            (options.UseGenres, Genres, movie => movie.Genres, 1),
            (options.UseTags, Tags, movie => movie.Tags.Select(tag => tag.Text), LeastMoviesOfATag),
        ];
        return groups
            .Where(group => group.Used)
            .Select(group =>
                (group.Name, group.WordsOf, Vocabulary<string>.Of(movies, group.WordsOf, group.LeastMovies))
            );
    }

    /// <summary>The movie block's groups that describe movies; they stand beside each other.</summary>
    public static FeatureGroup[] MovieGroups(Design design) =>
        [.. design.Blocks[MovieBlock].Groups.Where(group => group.Name is Year or Genres or Tags)];

    private static IEnumerable<(string Name, Vocabulary<string> Words)> UserWords(UserAttributes known)
    {
        IEnumerable<int> users = Enumerable.Range(0, known.Count);
        yield return ("age", Vocabulary<string>.Of(users, user => Bin(known.Ages[user])));
        yield return ("gender", Vocabulary<string>.Of(users, user => Word(known.Genders[user])));
        yield return ("occupation", Vocabulary<string>.Of(users, user => Word(known.Occupations[user])));
        // The first character of a zip code is a region.
        yield return ("zip area", Vocabulary<string>.Of(users, user => Word(known.Zips[user]).Select(zip => zip[..1])));
    }

    private static IEnumerable<string> Bin(int? year) =>
        year is { } known ? [(known / YearsPerBin).ToString(CultureInfo.InvariantCulture)] : [];

    private static IEnumerable<string> Word(string? word) => string.IsNullOrEmpty(word) ? [] : [word];
}
