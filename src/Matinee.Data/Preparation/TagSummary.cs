using Matinee.Core.Catalog;
using Matinee.Data.Raw;

namespace Matinee.Data.Preparation;

/// <summary>
/// Tags per movie, from applications. Spellings that differ only by case are one tag, written as it was applied most
/// often in the whole source (the first of equals), so that one tag reads the same on every movie.
/// </summary>
internal sealed class TagSummary
{
    private readonly RawTags raw;
    private readonly int minTagsPerItem;
    private readonly int[] tagBySpelling;
    private readonly Dictionary<int, List<int>> applicationsByMovie = [];

    public TagSummary(RawTags raw, IReadOnlySet<int> catalogIds, int minTagsPerItem)
    {
        this.raw = raw;
        this.minTagsPerItem = minTagsPerItem;
        tagBySpelling = MergeCase(raw);
        for (int n = 0; n < raw.Count; n++)
        {
            int movie = raw.MovieIds[n];
            if (!catalogIds.Contains(movie))
            {
                UncataloguedCount++;
                continue;
            }

            if (!applicationsByMovie.TryGetValue(movie, out List<int>? applications))
            {
                applicationsByMovie.Add(movie, applications = []);
            }

            applications.Add(n);
        }
    }

    /// <summary>Applications to movies that the catalogue lacks.</summary>
    public int UncataloguedCount { get; }

    /// <summary>Whether the movie has at least the required number of applications.</summary>
    public bool HasEnough(int movieId) => Applications(movieId).Count >= minTagsPerItem;

    /// <summary>Most applied first, then by text; empty below the threshold.</summary>
    public IReadOnlyList<MovieTag> Of(int movieId) =>
        HasEnough(movieId)
            ?
            [
                .. Applications(movieId)
                    .CountBy(n => tagBySpelling[raw.SpellingIds[n]])
                    .Select(tag => new MovieTag(raw.Spellings[tag.Key], tag.Value))
                    .OrderByDescending(tag => tag.Applications)
                    .ThenBy(tag => tag.Text, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>The applications of the tags that the catalogue shows, by item index, then in source order.</summary>
    public TagApplications Kept(MovieCatalog catalog)
    {
        int count = catalog.Movies.Sum(movie => movie.Tags.Count > 0 ? Applications(movie.Id.Value).Count : 0);
        var kept = new TagApplications(new int[count], new int[count], new string[count], new long[count]);
        int next = 0;
        for (int item = 0; next < count; item++)
        {
            Movie movie = catalog.Movies[item];
            if (movie.Tags.Count == 0)
            {
                continue;
            }

            foreach (int n in Applications(movie.Id.Value))
            {
                kept.UserIds[next] = raw.UserIds[n];
                kept.Items[next] = item;
                kept.Tags[next] = raw.Spellings[tagBySpelling[raw.SpellingIds[n]]];
                kept.Timestamps[next++] = raw.Timestamps[n];
            }
        }

        return kept;
    }

    private List<int> Applications(int movieId) => applicationsByMovie.GetValueOrDefault(movieId, []);

    // The tag of a spelling is the spelling (by position) that stands for its group.
    private static int[] MergeCase(RawTags raw)
    {
        var counts = new int[raw.Spellings.Count];
        foreach (int spelling in raw.SpellingIds)
        {
            counts[spelling]++;
        }

        var best = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int spelling = 0; spelling < counts.Length; spelling++)
        {
            string text = raw.Spellings[spelling];
            if (!best.TryGetValue(text, out int other) || counts[spelling] > counts[other])
            {
                best[text] = spelling;
            }
        }

        return [.. raw.Spellings.Select(text => best[text])];
    }
}
