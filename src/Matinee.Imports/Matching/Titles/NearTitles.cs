using System.Numerics;

namespace Matinee.Imports.Matching.Titles;

/// <summary>
/// Movies whose names are nearly a film's, of its year and those beside it; of all years where one of the two says none. A film without a year is
/// looked for among all, and by few letters alone: shared words would be too many to look at, for us and for people.
/// </summary>
internal sealed class NearTitles
{
    private readonly Entry[] entries;

    // Again, side by side: a film without a year passes all of them.
    private readonly ulong[] pairs;
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
        pairs = [.. entries.Select(entry => entry.Marks.Pairs)];
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
                FindInAny(name, found);
                continue;
            }

            FindInYear(name, Of(int.MinValue), found);
            for (int year = first - 1; year <= film.Years.Last + 1; year++)
            {
                FindInYear(name, Of(year), found);
            }
        }
    }

    private void FindInYear(TitleName name, Range range, Action<int, TitleFit, double> found)
    {
        uint[] codes = Codes(name);
        var marks = TitleMarks.Of(codes, name.Loose);
        foreach (ref readonly Entry entry in entries.AsSpan(range))
        {
            if (
                (marks.MayShareWords(entry.Marks) || marks.MayBeNear(entry.Marks, name.Loose.Length, entry.LetterCount))
                && Like(name, codes, entry) is { } likeness
            )
            {
                found(entry.Item, likeness.Fit, likeness.Closeness);
            }
        }
    }

    private void FindInAny(TitleName name, Action<int, TitleFit, double> found)
    {
        uint[] codes = Codes(name);
        var marks = TitleMarks.Of(codes, name.Loose);
        int most = TitleMarks.MostPairs(name.Loose.Length + Likeness.MostSlips);
        for (int n = 0; n < pairs.Length; n++)
        {
            if (
                BitOperations.PopCount(marks.Pairs ^ pairs[n]) <= most
                && marks.MayBeNear(entries[n].Marks, name.Loose.Length, entries[n].LetterCount)
                && Like(name, codes, entries[n]) is { Fit: TitleFit.Near } likeness
            )
            {
                found(entries[n].Item, likeness.Fit, likeness.Closeness);
            }
        }
    }

    private (TitleFit Fit, double Closeness)? Like(TitleName name, uint[] codes, in Entry entry) =>
        Likeness.Of(
            codes,
            name.Loose,
            words.AsSpan(entry.FirstWord, entry.WordCount),
            letters.AsSpan(entry.FirstLetter, entry.LetterCount)
        );

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
