using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Semantic;

/// <summary>What an index has read, by what was said about the movies: another index need not read that again.</summary>
internal sealed class ReadMovies
{
    private readonly QuantizedVectors vectors;
    private readonly Dictionary<string, int> places = [];

    /// <param name="movies">By item index; as many as there are vectors were read.</param>
    public ReadMovies(IReadOnlyList<Movie> movies, QuantizedVectors vectors)
    {
        this.vectors = vectors;
        int count = Math.Min(vectors.Count, movies.Count);
        for (int n = 0; n < count; n++)
        {
            places.TryAdd(MovieText.Of(movies[n]), n);
        }
    }

    public int Dimensions => vectors.Dimensions;

    public bool Knows(string text) => places.ContainsKey(text);

    /// <summary>Adds the vector of a text, if there is one.</summary>
    public bool TryAdd(string text, QuantizedVectors target)
    {
        if (!places.TryGetValue(text, out int place))
        {
            return false;
        }

        target.AddOf(vectors, place);
        return true;
    }

    /// <summary>Adds movies up to the first that is not known.</summary>
    /// <returns>Whether all are.</returns>
    public bool AddKnown(IReadOnlyList<Movie> movies, QuantizedVectors target) =>
        movies.All(movie => TryAdd(MovieText.Of(movie), target));
}
