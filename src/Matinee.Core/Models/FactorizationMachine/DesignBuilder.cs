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

    // Neighbouring years are alike, and single ones of old films few.
    private const int YearsPerBin = 5;

    // A rare tag says little more than its movies' ids, and thousands of them blur what the others say.
    private const int LeastMoviesOfATag = 20;

    public static Design Build(TrainingData data, FactorizationMachineOptions options, DayMap days)
    {
        InteractionMatrix ratings = data.Ratings;
        var users = new int[ratings.EntryCount];
        for (int user = 0; user < ratings.RowCount; user++)
        {
            users.AsSpan(ratings.RowStarts[user], ratings.RowLength(user)).Fill(user);
        }

        List<DesignBlock> blocks = [Users(ratings, users, options), Movies(data, options)];
        if (options.UseDay)
        {
            int[] dayOf = [.. ratings.Timestamps.ToArray().Select(days.RowOf)];
            var block = new BlockBuilder(days.Count, dayOf);
            block.AddIdentity("day");
            blocks.Add(block.Build());
        }

        return new Design(ratings.Values.ToArray(), [.. blocks]);
    }

    private static DesignBlock Users(InteractionMatrix ratings, int[] users, FactorizationMachineOptions options)
    {
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

        if (options.UseYear)
        {
            Vocabulary<int> years = Vocabulary<int>.Of(
                catalog,
                movie => movie.Year is { } year ? [year / YearsPerBin] : [],
                1
            );
            block.Add("year", years.Count, years.FeaturesOf, _ => 1);
        }

        if (options.UseGenres)
        {
            Vocabulary<string> genres = Vocabulary<string>.Of(catalog, movie => movie.Genres, 1);
            block.Add("genres", genres.Count, genres.FeaturesOf, genres.Evenly);
        }

        if (options.UseTags)
        {
            Vocabulary<string> tags = Vocabulary<string>.Of(
                catalog,
                movie => movie.Tags.Select(tag => tag.Text),
                LeastMoviesOfATag
            );
            block.Add("tags", tags.Count, tags.FeaturesOf, tags.Evenly);
        }

        return block.Build();
    }
}
