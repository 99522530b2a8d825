namespace Matinee.Imports.Matching.Titles;

/// <summary>
/// What others may call a film of a longer name: what stands before or after a colon or dash (<c>Star Wars</c>, <c>The Empire Strikes Back</c>), both
/// without what is between (<c>Star Wars: The Force Awakens</c>), without <c>Part One</c>, and without whose it is (<c>Bram Stoker's Dracula</c>).
/// </summary>
internal static class TitlePieces
{
    // Shorter ones name too much.
    private const int ShortestHead = 4;
    private const int ShortestTail = 8;

    private static readonly string[] Owners = ["disneys", "marvels", "pixars", "disney", "marvel"];

    /// <summary>The shortest beginning that a catalogue's film may be called by: <c>X2</c> of <c>X2: X-Men United</c>.</summary>
    public const int ShortestOfCatalogue = 2;

    /// <param name="shortestHead">Letters that a beginning has at least.</param>
    /// <returns>Letters without spaces and articles, as <see cref="TitleName.Loose"/>.</returns>
    public static IEnumerable<string> Of(TitleName name, int shortestHead = ShortestHead)
    {
        IReadOnlyList<TitleWord> words = name.Words;
        var pieces = new HashSet<string>();
        if (words.Count > 1)
        {
            AddSegments(words, shortestHead, pieces);
            AddOwned(name, pieces);
            if (words[^1].Text == "1")
            {
                Add(words.Take(words.Count - 1), ShortestHead, pieces);
            }

            pieces.Remove(name.Loose);
        }

        return pieces;
    }

    private static void AddSegments(IReadOnlyList<TitleWord> words, int shortestHead, HashSet<string> pieces)
    {
        int last = words[^1].Segment;
        for (int n = 1; n < words.Count; n++)
        {
            int segment = words[n].Segment;
            if (segment == words[n - 1].Segment)
            {
                continue;
            }

            Add(words.Take(n), shortestHead, pieces);
            Add(words.Skip(n), ShortestTail, pieces);
            if (segment < last)
            {
                Add(words.Take(n).Concat(words.Skip(n).Where(word => word.Segment > segment)), ShortestHead, pieces);
            }
        }
    }

    // One word before the 's is part of the name more often than an owner: Schindler's List.
    private static void AddOwned(TitleName name, HashSet<string> pieces)
    {
        if (Owners.Contains(name.Words[0].Text))
        {
            Add(name.Words.Skip(1), ShortestHead, pieces);
        }

        int end = Math.Max(
            Math.Max(After(name.Text, "'s "), After(name.Text, "’s ")),
            Math.Max(After(name.Text, "s' "), After(name.Text, "s’ "))
        );
        if (end > 0 && name.Text.AsSpan(0, end).TrimEnd().Contains(' ') && TitleName.Of(name.Text[end..]) is { } rest)
        {
            Add(rest.Words, ShortestHead, pieces);
        }
    }

    private static int After(string text, string mark) =>
        text.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? at + mark.Length : -1;

    private static void Add(IEnumerable<TitleWord> words, int shortest, HashSet<string> pieces)
    {
        TitleWord[] piece = [.. words];
        int from = piece.Length > 0 && piece[0].Text == "or" ? 1 : 0;
        int to = piece.Length - (piece.Length > from && piece[^1].Text == "or" ? 1 : 0);
        string letters = TitleName.Joined(piece[from..to]);
        if (letters.Length >= shortest)
        {
            pieces.Add(letters);
        }
    }
}
