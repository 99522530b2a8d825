using Matinee.Api.Search;
using Matinee.Api.Search.Listing;
using Matinee.Core.Catalog;

namespace Matinee.Bench.Search;

/// <summary>How long building an index of 88 000 movies, finding titles in it and listing it take.</summary>
internal static class TitleSearchTable
{
    private const int Movies = 88_000;
    private const int Rounds = 20;

    private static readonly MovieListingRequest[] Requests =
    [
        new() { Query = "toy st" },
        new() { Query = "teh matrx" },
        new() { Query = "godfahter" },
        new() { Query = "heat 1995" },
        new() { Query = "1995" },
        new() { Query = "s" },
        new() { Query = "the" },
        new() { Query = "the lord of the rings the return of the king" },
        new() { Query = "amélie poulain", Genres = ["Comedy"] },
        new() { Query = new string('x', 10_000) },
        new() { Query = string.Join(' ', Enumerable.Range(0, 40).Select(n => "abcdefgh"[..(3 + n % 5)] + n)) },
        new() { Sort = MovieSort.Popularity },
        new() { Sort = MovieSort.Title, Genres = ["Drama"] },
        new() { Sort = MovieSort.Rating, ExcludedGenres = ["Drama"] },
    ];

    public static void Print(TextWriter output)
    {
        Movie[] movies = new SyntheticFilms(1).Draw(Movies);
        int[] counts = [.. movies.Select((_, n) => (int)(1e5 / (1 + n)))];
        var statistics = new MovieStatistics(counts, [.. counts.Select(_ => 3.5f)]);
        MovieIndex? index = null;
        long before = GC.GetTotalMemory(forceFullCollection: true);
        double first = Clock.Milliseconds(() => index = MovieIndex.Build(movies, statistics));
        output.WriteLine($"building, cold    {first:F0} ms");
        output.WriteLine($"memory            {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:F0} MB");
        output.WriteLine($"building, warm    {Best(() => MovieIndex.Build(movies, statistics)):F0} ms");
        output.WriteLine($"adding a movie    {Best(() => index!.With(movies[0])):F2} ms");
        foreach (MovieListingRequest request in Requests)
        {
            string query = request.Query is { Length: > 40 } text
                ? text[..40] + "…"
                : request.Query ?? $"{request.Sort}";
            double best = Best(() => index!.List(request));
            MovieListing listing = index!.List(request);
            output.WriteLine($"{query, -42} {best, 6:F2} ms  {listing.Total, 6} movies");
        }
    }

    private static double Best(Action action) => Enumerable.Range(0, Rounds).Min(_ => Clock.Milliseconds(action));
}
