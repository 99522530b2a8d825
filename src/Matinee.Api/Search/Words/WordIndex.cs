using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Words;

/// <summary>
/// Finds movies by what is said about them: BM25 (Robertson and Zaragoza 2009) over title, genres, tags, plot and years as one
/// text. Like <see cref="Titles.TitleIndex"/>, one segment of most movies and a small one of those that came later.
/// </summary>
internal sealed class WordIndex
{
    private const int MostAdded = 1024;
    private const int MostCharacters = 2000;
    private const int MostWords = 32;
    private readonly WordSegment[] segments;

    private WordIndex(params WordSegment[] segments) => this.segments = segments;

    private int Count => segments.Sum(segment => segment.Lengths.Length);

    public static WordIndex Build(IReadOnlyList<Movie> movies) => new(WordSegment.Build(movies, 0));

    /// <param name="movies">Those of this index, and some more.</param>
    public WordIndex Extended(IReadOnlyList<Movie> movies)
    {
        int main = segments[0].Lengths.Length;
        return movies.Count - main > MostAdded
            ? Build(movies)
            : new WordIndex(segments[0], WordSegment.Build(movies, main));
    }

    /// <param name="scores">
    /// Gets a score per item, above 0 where a word is found; to be 0 before. About 1 where the movie has every word once, and
    /// the share of what the words weigh where it has some.
    /// </param>
    public void Score(string query, Span<float> scores)
    {
        float meanLength = (float)(segments.Sum(segment => segment.TotalLength) / Math.Max(1, Count));
        (string Word, float Rarity)[] words = [.. Words(query).Select(word => (word, Rarity(word)))];
        float all = words.Sum(word => word.Rarity);
        foreach ((string word, float rarity) in words)
        {
            foreach (WordSegment segment in segments)
            {
                segment.Score(word, rarity / all, meanLength, scores);
            }
        }
    }

    // A word that no movie has counts, too: who asks for it is not answered by the others.
    private float Rarity(string word)
    {
        int movies = segments.Sum(segment => segment.MoviesWith(word));
        return (float)Math.Log(1 + (Count - movies + 0.5) / (movies + 0.5));
    }

    private static List<string> Words(string query)
    {
        var words = new List<string>();
        char[] buffer = [];
        string cut = query.Length > MostCharacters ? query[..MostCharacters] : query;
        SearchWords.ForEach(
            cut,
            ref buffer,
            word =>
            {
                string text = new(word);
                if (words.Count < MostWords && !words.Contains(text))
                {
                    words.Add(text);
                }
            }
        );
        return words;
    }
}
