using Matinee.Core.Catalog;

namespace Matinee.Api.Language.Wording;

/// <summary>
/// Whether some words in a row are the name of a movie of the catalogue. Names are kept as hashes of 32 bits: some 3 MB for 88 000
/// movies; one phrase in 40 000 is taken for a name that is none, which costs a template.
/// </summary>
internal sealed class TitlePhrases
{
    /// <summary>Of longer names the beginning is looked for.</summary>
    public const int MostWords = 10;

    private readonly HashSet<int> names = [];

    public TitlePhrases(IEnumerable<Movie> movies)
    {
        foreach (Movie movie in movies)
        {
            foreach (string name in MovieNames.Of(movie.Title))
            {
                names.Add(Hash(WordToken.Of(name), 0, MostWords));
            }
        }
    }

    /// <param name="count">Of words, from 1 to <see cref="MostWords"/>.</param>
    public bool Contains(List<WordToken> words, int start, int count) => names.Contains(Hash(words, start, count));

    private static int Hash(List<WordToken> words, int start, int count)
    {
        var hash = new HashCode();
        for (int n = start; n < words.Count && n < start + count; n++)
        {
            hash.Add(words[n].Folded, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
