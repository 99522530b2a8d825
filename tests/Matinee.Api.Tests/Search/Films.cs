using System.Globalization;
using System.Text.RegularExpressions;
using Matinee.Api.Search;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Data.Demo;

namespace Matinee.Api.Tests.Search;

/// <summary>Catalogues of well-known films.</summary>
internal static class Films
{
    /// <summary>A thousand films with hand-written tags; their fame stands for ratings.</summary>
    public static MovieIndex Demo { get; } = MovieIndex.Build(DemoMovies(), DemoStatistics());

    /// <param name="titles">Titles with their years; the first has id 1. All are equally well known.</param>
    public static MovieIndex Index(params string[] titles) =>
        MovieIndex.Build([.. titles.Select((title, n) => Film(n + 1, title))], MovieStatistics.None);

    public static Movie Film(int id, string title, params string[] genres)
    {
        Match year = Regex.Match(title, @"\((\d{4})\)$");
        return new Movie
        {
            Id = new ItemId(id),
            Title = title,
            Year = year.Success ? int.Parse(year.Groups[1].Value, CultureInfo.InvariantCulture) : null,
            Genres = genres,
        };
    }

    /// <summary>Titles of what is found, best first.</summary>
    public static string[] Found(this MovieIndex index, string query, int limit = 10) =>
        [.. index.List(new() { Query = query, Limit = limit }).Items.Select(item => index.Movies[item].Title)];

    private static Movie[] DemoMovies() =>
        [
            .. DemoCatalogue
                .Load()
                .Select(movie =>
                    Film(movie.Id, movie.Title, [.. movie.Genres]) with
                    {
                        Tags = [.. movie.Tags.Select(tag => new MovieTag(tag, 1))],
                    }
                ),
        ];

    private static MovieStatistics DemoStatistics()
    {
        int[] counts = [.. DemoCatalogue.Load().Select(movie => (int)Math.Pow(10, movie.Fame))];
        return new MovieStatistics(counts, [.. counts.Select((_, n) => 2.5f + n % 5 * 0.5f)]);
    }
}
