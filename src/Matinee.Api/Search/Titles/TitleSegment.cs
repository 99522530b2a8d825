using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Titles;

/// <summary>
/// Titles of consecutive movies, word by word. A movie has a name in front and one in each pair of brackets; a posting says
/// which name a word stands in and how many of its words it is worth.
/// </summary>
internal sealed class TitleSegment
{
    private readonly int[] starts;
    private readonly int[] postings;

    private TitleSegment(TitleSegmentBuilder builder, IReadOnlyList<Movie> movies, int first)
    {
        First = first;
        Vocabulary = builder.Vocabulary;
        NameMovies = [.. builder.NameMovies];
        NameWeights = [.. builder.NameWeights];
        NameContents = [.. builder.NameContents];
        Years = [.. movies.Skip(first).Select(movie => movie.Year ?? 0)];
        (starts, postings) = builder.Postings();
    }

    /// <summary>The item index of its first movie.</summary>
    public int First { get; }

    public TitleVocabulary Vocabulary { get; }

    /// <summary>By name: the movie, counted from <see cref="First"/>.</summary>
    public int[] NameMovies { get; }

    /// <summary>By name: what its words weigh together.</summary>
    public float[] NameWeights { get; }

    /// <summary>By name: what the words weigh that are no function words.</summary>
    public float[] NameContents { get; }

    /// <summary>By movie; 0 where unknown.</summary>
    public int[] Years { get; }

    public int MovieCount => Years.Length;

    public ReadOnlySpan<int> Postings(int word) => postings.AsSpan(starts[word]..starts[word + 1]);

    /// <returns>Names with both words, each as one posting worth both.</returns>
    public IEnumerable<int> PostingsOfBoth(int left, int right)
    {
        // Both ascend by name.
        int next = starts[right];
        for (int n = starts[left]; n < starts[left + 1]; n++)
        {
            int name = TitlePosting.Name(postings[n]);
            while (next < starts[right + 1] && TitlePosting.Name(postings[next]) < name)
            {
                next++;
            }

            if (next < starts[right + 1] && TitlePosting.Name(postings[next]) == name)
            {
                yield return TitlePosting.Of(
                    name,
                    TitlePosting.Worth(postings[n]) + TitlePosting.Worth(postings[next])
                );
            }
        }
    }

    public static TitleSegment Build(IReadOnlyList<Movie> movies, int first)
    {
        var builder = new TitleSegmentBuilder();
        for (int item = first; item < movies.Count; item++)
        {
            builder.Add(item - first, movies[item].Title);
        }

        return new TitleSegment(builder, movies, first);
    }
}
