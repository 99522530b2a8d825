using System.Globalization;
using System.Runtime.InteropServices;
using Matinee.Core.Catalog;

namespace Matinee.Api.Search.Words;

/// <summary>The words of consecutive movies: title, genres, tags, plot, year and decade.</summary>
internal sealed class WordSegment
{
    // How often a word counts is kept in quarters.
    private const int CountUnit = 4;
    private const int MostTagCount = 4;
    private const float Saturation = 1.2f;

    // Below the usual 0.75: a movie that much is said about is not less about each of it.
    private const float LengthWeight = 0.3f;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<(int Word, int Movie, float Count)> occurrences = [];
    private readonly int[] starts;
    private readonly int[] movies;
    private readonly byte[] counts;

    private WordSegment(IReadOnlyList<Movie> all, int first)
    {
        First = first;
        Lengths = new float[all.Count - first];
        char[] buffer = new char[256];
        for (int item = first; item < all.Count; item++)
        {
            Add(item - first, all[item], ref buffer);
        }

        (starts, movies, counts) = Sorted();
        occurrences = [];
        TotalLength = Lengths.Sum(length => (double)length);
    }

    /// <summary>The item index of its first movie.</summary>
    public int First { get; }

    /// <summary>By movie: how many words it has, each as often as it counts.</summary>
    public float[] Lengths { get; }

    public double TotalLength { get; }

    public static WordSegment Build(IReadOnlyList<Movie> movies, int first) => new(movies, first);

    public int MoviesWith(string word) => ids.TryGetValue(word, out int id) ? starts[id + 1] - starts[id] : 0;

    /// <summary>Adds what BM25 gives each movie for a word.</summary>
    /// <param name="rarity">The word's inverse document frequency.</param>
    /// <param name="scores">By item index.</param>
    public void Score(string word, float rarity, float meanLength, Span<float> scores)
    {
        if (!ids.TryGetValue(word, out int id))
        {
            return;
        }

        for (int n = starts[id]; n < starts[id + 1]; n++)
        {
            int movie = movies[n];
            float count = (float)counts[n] / CountUnit;
            float length = 1 - LengthWeight + LengthWeight * Lengths[movie] / meanLength;
            scores[First + movie] += rarity * count * (Saturation + 1) / (count + Saturation * length);
        }
    }

    private void Add(int movie, Movie facts, ref char[] buffer)
    {
        int from = occurrences.Count;
        AddText(movie, facts.Title, 1, ref buffer);
        foreach (string genre in facts.Genres)
        {
            AddText(movie, genre, 1, ref buffer);
        }

        foreach (MovieTag tag in facts.Tags)
        {
            // What many say counts more, but not in proportion.
            AddText(movie, tag.Text, Math.Min(MostTagCount, 1 + MathF.Log2(tag.Applications)), ref buffer);
        }

        if (facts.Plot is { } plot)
        {
            AddText(movie, plot, 1, ref buffer);
        }

        if (facts.Year is { } year)
        {
            AddText(movie, string.Create(CultureInfo.InvariantCulture, $"{year / 10 * 10}s"), 1, ref buffer);
        }

        Merge(movie, from);
    }

    private void AddText(int movie, string text, float count, ref char[] buffer)
    {
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = ids.GetAlternateLookup<
            ReadOnlySpan<char>
        >();
        SearchWords.ForEach(
            text,
            ref buffer,
            word =>
            {
                if (!lookup.TryGetValue(word, out int id))
                {
                    id = ids.Count;
                    lookup[word] = id;
                }

                occurrences.Add((id, movie, count));
            }
        );
    }

    // One occurrence per word of the movie.
    private void Merge(int movie, int from)
    {
        Span<(int Word, int Movie, float Count)> mine = CollectionsMarshal.AsSpan(occurrences)[from..];
        mine.Sort(static (left, right) => left.Word.CompareTo(right.Word));
        int kept = 0;
        for (int n = 0; n < mine.Length; n++)
        {
            Lengths[movie] += mine[n].Count;
            if (kept > 0 && mine[kept - 1].Word == mine[n].Word)
            {
                mine[kept - 1].Count += mine[n].Count;
            }
            else
            {
                mine[kept++] = mine[n];
            }
        }

        CollectionsMarshal.SetCount(occurrences, from + kept);
    }

    private (int[] Starts, int[] Movies, byte[] Counts) Sorted()
    {
        var first = new int[ids.Count + 1];
        foreach ((int word, _, _) in occurrences)
        {
            first[word + 1]++;
        }

        for (int word = 0; word < ids.Count; word++)
        {
            first[word + 1] += first[word];
        }

        int[] next = first[..^1];
        var byWord = new int[occurrences.Count];
        var often = new byte[occurrences.Count];
        foreach ((int word, int movie, float count) in occurrences)
        {
            byWord[next[word]] = movie;
            often[next[word]++] = (byte)Math.Min(byte.MaxValue, count * CountUnit);
        }

        return (first, byWord, often);
    }
}
