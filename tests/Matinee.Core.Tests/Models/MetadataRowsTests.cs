using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Models;

namespace Matinee.Core.Tests.Models;

public class MetadataRowsTests
{
    // One person who rated all but the last.
    private static readonly InteractionMatrix Train = new([0, 4], [0, 1, 2, 3], [5, 4, 3, 2], [9, 8, 7, 6], 5);

    private static readonly Movie[] Movies =
    [
        Film(0, "Star Wars (1977)", 1977, "Action", "Sci-Fi"),
        Film(1, "Star Trek: Generations (1994)", 1994, "Sci-Fi", "Action"),
        Film(2, "Léon: The Professional (1994)", 1994, "Action"),
        Film(3, "Stars, Wars and Ice (1979)", null, "Comedy"),
        Film(4, "Star Wars: Again (1977)", 1977, "Comedy"),
    ];

    [Fact]
    public void OfGenresAndYears_RatedMovies_AreWhatAtLeastTwoShare()
    {
        // Era 398 (1990 to 1994) of Action, Action, Action and Sci-Fi, Sci-Fi, 1994. The last movie, which nobody rated, would
        // make 1977 and Comedy two; the fourth has no year.
        int[][] groups = MetadataRows.OfGenresAndYears(Train, Movies);

        Assert.Equal(
            [
                [1, 2],
                [0, 1, 2],
                [0, 1],
                [0, 1],
                [1, 2],
            ],
            groups
        );
    }

    [Fact]
    public void OfTitles_RatedMovies_AreTheLongWordsThatAtLeastTwoShare()
    {
        // "star" of 0 and 1; "wars" of 0 and 3; "the", "and", "ice" are too short, and "stars" is of one.
        int[][] groups = MetadataRows.OfTitles(Train, Movies);

        Assert.Equal(
            [
                [0, 1],
                [0, 3],
            ],
            groups
        );
    }

    [Theory]
    [InlineData(15, 1)]
    [InlineData(16, 0)]
    public void OfTitles_WordOfManyTitles_SaysNothing(int titles, int expected)
    {
        int[] items = [.. Enumerable.Range(0, titles)];
        var train = new InteractionMatrix([0, titles], items, new float[titles], new long[titles], titles);
        Movie[] movies = [.. items.Select(item => Film(item, $"Return {item}", null))];

        Assert.Equal(expected, MetadataRows.OfTitles(train, movies).Length);
    }

    [Fact]
    public void Below_Groups_FollowThePeopleAsOnes()
    {
        InteractionMatrix all = MetadataRows.Below(
            Train,
            [
                [1, 3],
                [0],
            ]
        );

        Assert.Equal(3, all.RowCount);
        Assert.Equal(Train.ColumnCount, all.ColumnCount);
        Assert.Equal(Train.RowValues(0), all.RowValues(0));
        Assert.Equal(Train.RowTimestamps(0), all.RowTimestamps(0));
        Assert.Equal([1, 3], all.RowColumns(1));
        Assert.Equal([0], all.RowColumns(2));
        Assert.Equal([1f, 1f], all.RowValues(1));
        Assert.Equal([0L, 0L], all.RowTimestamps(1));
    }

    private static Movie Film(int item, string title, int? year, params string[] genres) =>
        new()
        {
            Id = new ItemId(100 + item),
            Title = title,
            Year = year,
            Genres = genres,
        };
}
