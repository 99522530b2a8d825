namespace Matinee.Imports.Matching.Titles;

/// <summary>
/// Movies whose names are nearly a film's, of its year and those beside it; of all years where one of the two says none. A film without a year is
/// looked for among all, and by few letters alone: shared words would be too many to look at, for us and for people.
/// </summary>
internal sealed class NearTitles
{
    private readonly Entry[] entries;
    private readonly char[] letters;
    private readonly uint[] words;
    private readonly Dictionary<int, Range> byYear = [];

    /// <param name="movies">By item.</param>
    public NearTitles(IReadOnlyList<TitleNames> movies)
    {
        var entries = new List<Entry>();
        var letters = new List<char>();
        var words = new List<uint>();
        foreach (
            IGrouping<int, int> year in Enumerable.Range(0, movies.Count).GroupBy(item => Bucket(movies[item].Years))
        )
        {
            int from = entries.Count;
            foreach (int item in year)
            {
                foreach (TitleName name in movies[item].Names.DistinctBy(name => name.Loose))
                {
                    uint[] codes = Codes(name);
                    entries.Add(
                        new Entry(
                            item,
                            TitleMarks.Of(codes, name.Loose),
                            letters.Count,
                            name.Loose.Length,
                            words.Count,
                            codes.Length
                        )
                    );
                    letters.AddRange(name.Loose);
                    words.AddRange(codes);
                }
            }

            byYear.Add(year.Key, from..entries.Count);
        }

        this.entries = [.. entries];
        this.letters = [.. letters];
        this.words = [.. words];
    }

    /// <summary>
    /// Calls back for each movie that has a name like one of the film's; perhaps repeatedly. Movies of several years are among them whichever these are.
    /// </summary>
    public void Find(TitleNames film, Action<int, TitleFit, double> found)
    {
        foreach (TitleName name in film.Names.DistinctBy(name => name.Loose))
        {
            if (film.Years.First is not { } first)
            {
                Find(name, .., byWords: false, found);
                continue;
            }

            Find(name, Of(int.MinValue), byWords: true, found);
            for (int year = first - 1; year <= film.Years.Last + 1; year++)
            {
                Find(name, Of(year), byWords: true, found);
            }
        }
    }

    private void Find(TitleName name, Range range, bool byWords, Action<int, TitleFit, double> found)
    {
        uint[] codes = Codes(name);
        var marks = TitleMarks.Of(codes, name.Loose);
        foreach (ref readonly Entry entry in entries.AsSpan(range))
        {
            int longer = Math.Max(name.Loose.Length, entry.LetterCount);
            int shorter = Math.Min(name.Loose.Length, entry.LetterCount);
            if (
                (marks.MayBeNear(entry.Marks, longer, shorter) || (byWords && marks.MayShareWords(entry.Marks)))
                && Likeness.Of(
                    codes,
                    name.Loose,
                    words.AsSpan(entry.FirstWord, entry.WordCount),
                    letters.AsSpan(entry.FirstLetter, entry.LetterCount)
                )
                    is { } likeness
                && (byWords || likeness.Fit == TitleFit.Near)
            )
            {
                found(entry.Item, likeness.Fit, likeness.Closeness);
            }
        }
    }

    private Range Of(int year) => byYear.TryGetValue(year, out Range range) ? range : ..0;

    // Movies of no year, or of several, stand together.
    private static int Bucket(YearSpan years) =>
        years.First == years.Last && years.First is { } year ? year : int.MinValue;

    private static uint[] Codes(TitleName name) => [.. name.Words.Select(word => WordCode.Of(word.Text))];

    private readonly record struct Entry(
        int Item,
        TitleMarks Marks,
        int FirstLetter,
        int LetterCount,
        int FirstWord,
        int WordCount
    );
}
