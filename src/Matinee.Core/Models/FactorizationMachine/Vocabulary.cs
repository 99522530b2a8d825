using Matinee.Core.Catalog;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Numbers the distinct words that movies are described by.</summary>
internal sealed class Vocabulary<T>
    where T : notnull
{
    private readonly int[][] features;

    private Vocabulary(int count, int[][] features)
    {
        Count = count;
        this.features = features;
    }

    public int Count { get; }

    /// <param name="leastMovies">Words of fewer movies are left out.</param>
    public static Vocabulary<T> Of(MovieCatalog catalog, Func<Movie, IEnumerable<T>> wordsOf, int leastMovies)
    {
        T[][] words = [.. catalog.Movies.Select(movie => wordsOf(movie).Distinct().ToArray())];
        Dictionary<T, int> numbers = words
            .SelectMany(own => own)
            .GroupBy(word => word)
            .Where(movies => movies.Count() >= leastMovies)
            .Select(movies => movies.Key)
            .Order()
            .Select((word, number) => (word, number))
            .ToDictionary(pair => pair.word, pair => pair.number);
        return new Vocabulary<T>(
            numbers.Count,
            [.. words.Select(own => own.Where(numbers.ContainsKey).Select(word => numbers[word]).Order().ToArray())]
        );
    }

    public IReadOnlyList<int> FeaturesOf(int movie) => features[movie];

    /// <summary>1/√n: however many words a movie has, they say as much together.</summary>
    public double Evenly(int movie) => 1 / Math.Sqrt(Math.Max(1, features[movie].Length));
}
