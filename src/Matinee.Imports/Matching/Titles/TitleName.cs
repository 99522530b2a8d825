namespace Matinee.Imports.Matching.Titles;

/// <summary>One name of a film, in the forms it is compared by: letters and digits without spaces.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Exact">All its words.</param>
/// <param name="Loose">Without articles; <paramref name="Exact"/> where nothing would remain.</param>
/// <param name="Words">Those of <paramref name="Loose"/>.</param>
internal sealed record TitleName(string Text, string Exact, string Loose, IReadOnlyList<TitleWord> Words)
{
    /// <summary>In digits, what is all of the name and spelt in letters; else null.</summary>
    public string? Number { get; private init; }

    /// <summary>Null for a name without anything but spaces, and for one that is an article alone, as in <c>Matrix (The)</c>.</summary>
    public static TitleName? Of(string name)
    {
        List<TitleWord> words = TitleWords.Read(name);
        if (words.Count == 0)
        {
            return null;
        }

        List<TitleWord> loose = WithoutArticles(words);
        string? number = loose.Count == 1 && TitleNumbers.IsNumber(loose[0].Text) ? loose[0].Text : null;
        if (number is null || name.Any(char.IsNumber))
        {
            return new TitleName(name, Joined(words), Joined(loose), loose);
        }

        // Nine and 9 are two films of one year.
        words = TitleWords.Split(name);
        loose = WithoutArticles(words);
        return new TitleName(name, Joined(words), Joined(loose), loose) { Number = number };
    }

    /// <summary>The letters of words in a row.</summary>
    public static string Joined(IEnumerable<TitleWord> words) => string.Concat(words.Select(word => word.Text));

    private static List<TitleWord> WithoutArticles(List<TitleWord> words)
    {
        var kept = new List<TitleWord>(words.Count);
        for (int n = 0; n < words.Count; n++)
        {
            bool begins = n == 0 || words[n - 1].Segment != words[n].Segment;
            bool ends = n + 1 == words.Count;
            string word = words[n].Text;
            if (!(Articles.Anywhere(word) || (begins && Articles.Begins(word)) || (ends && Articles.Ends(word))))
            {
                kept.Add(words[n]);
            }
        }

        return kept.Count == 0 ? words : kept;
    }
}
