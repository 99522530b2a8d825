using System.Collections.Concurrent;

namespace Matinee.Api.Search.Titles;

/// <summary>
/// Finds titles by some of their words, in any order, unfinished or mistyped. A title's score is the share of the query it
/// answers (a whole word counts 1, the beginning of one 0.7 to 0.95, a mistyped one less with every slip; articles and the like
/// weigh a fifth), times 0.85 if a word was mistyped, times 0.7 to 1 by the share of the name that was typed, plus up to 0.2
/// for popularity. Nothing in it depends on other titles, so adding movies changes no score.
/// </summary>
internal sealed class TitleSearch(TitleSegment segment)
{
    private const float LeastCoverage = 0.5f;
    private const float WholeCoverage = 0.95f;
    private const float MistypedFactor = 0.85f;
    private const float NameFactor = 0.3f;
    private const float PopularityFactor = 0.2f;
    private const float JoinedWeight = 0.95f;
    private const float YearWeight = 0.95f;
    private const float NextYearWeight = 0.4f;
    private const float Tolerance = 1e-3f;

    private readonly ConcurrentBag<TitleScratch> scratches = [];

    /// <param name="popularities">0 to 1, by item index; items past its end have none.</param>
    /// <param name="matches">Gets the matches, in no order.</param>
    public void Find(TitleQuery query, ReadOnlySpan<float> popularities, List<TitleMatch> matches)
    {
        if (!scratches.TryTake(out TitleScratch? scratch))
        {
            scratch = new TitleScratch(segment.MovieCount, segment.NameMovies.Length);
        }

        scratch.BeginQuery();
        for (int n = 0; n < query.Words.Count; n++)
        {
            if (query.Words[n].Year == 0)
            {
                AddWord(query, n, scratch);
            }
        }

        // Years after everything else: they choose among what is found.
        bool alone = query.Words.All(word => word.Year != 0);
        for (int n = 0; n < query.Words.Count; n++)
        {
            if (query.Words[n].Year != 0)
            {
                long stamp = AddWord(query, n, scratch);
                AddYear(query.Words[n], alone, stamp, scratch);
            }
        }

        ShareNames(scratch);
        Collect(query.Words.Sum(word => word.Weight), popularities, scratch, matches);
        scratches.Add(scratch);
    }

    private long AddWord(TitleQuery query, int position, TitleScratch scratch)
    {
        string word = query.Words[position].Text;
        long stamp = scratch.BeginWord();
        segment.Vocabulary.Match(word, position == query.Words.Count - 1, scratch.Matches);
        bool isKnown = scratch.Matches.Any(match => !match.IsMistyped);
        // "spider man" for Spiderman: the whole answers either half.
        AddJoined(query, position, position + 1, scratch);
        AddJoined(query, position - 1, position, scratch);
        scratch.Matches.Sort(WordMatch.Compare);
        float weight = query.Words[position].Weight;
        foreach (WordMatch match in scratch.Matches)
        {
            foreach (int posting in segment.Postings(match.Word))
            {
                Add(posting, match, weight, stamp, scratch);
            }
        }

        if (!isKnown)
        {
            AddSplit(word, weight, stamp, scratch);
        }

        return stamp;
    }

    private void AddJoined(TitleQuery query, int left, int right, TitleScratch scratch)
    {
        if (
            left >= 0
            && right < query.Words.Count
            && segment.Vocabulary.TryGet(query.Words[left].Text + query.Words[right].Text, out int joined)
        )
        {
            scratch.Matches.Add(new WordMatch(joined, JoinedWeight, IsExact: true, IsMistyped: false));
        }
    }

    // "starwars" for Star Wars.
    private void AddSplit(string word, float weight, long stamp, TitleScratch scratch)
    {
        for (int at = 2; at <= word.Length - 2; at++)
        {
            if (
                segment.Vocabulary.TryGet(word.AsSpan(0, at), out int left)
                && segment.Vocabulary.TryGet(word.AsSpan(at), out int right)
            )
            {
                var match = new WordMatch(left, JoinedWeight, IsExact: true, IsMistyped: false);
                foreach (int posting in segment.PostingsOfBoth(left, right))
                {
                    Add(posting, match, weight, stamp, scratch);
                }
            }
        }
    }

    private void Add(int posting, WordMatch match, float queryWeight, long stamp, TitleScratch scratch)
    {
        int name = TitlePosting.Name(posting);
        scratch.AddToMovie(segment.NameMovies[name], queryWeight * match.Weight, match.IsMistyped, stamp);
        scratch.AddToName(name, TitlePosting.Weight(posting), match.IsExact, match.Weight, stamp);
    }

    private void AddYear(TitleQueryWord word, bool alone, long stamp, TitleScratch scratch)
    {
        int candidates = alone ? segment.MovieCount : scratch.Movies.Count;
        for (int n = 0; n < candidates; n++)
        {
            int movie = alone ? n : scratch.Movies[n];
            int years = segment.Years[movie] == 0 ? int.MaxValue : Math.Abs(segment.Years[movie] - word.Year);
            if (years == 0 || (years == 1 && !alone))
            {
                float fit = years == 0 ? YearWeight : NextYearWeight;
                scratch.AddToMovie(movie, word.Weight * fit, isMistyped: false, stamp);
            }
        }
    }

    private void ShareNames(TitleScratch scratch)
    {
        foreach (int name in scratch.Names)
        {
            NameSum typed = scratch.NameSums[name];
            ref MovieSum movie = ref scratch.MovieSums[segment.NameMovies[name]];
            movie.NameShare = Math.Max(movie.NameShare, Math.Min(1, typed.Typed / segment.NameWeights[name]));
            movie.IsWhole |= typed.TypedExactly >= segment.NameContents[name] - Tolerance;
        }
    }

    private void Collect(
        float queryWeight,
        ReadOnlySpan<float> popularities,
        TitleScratch scratch,
        List<TitleMatch> matches
    )
    {
        foreach (int movie in scratch.Movies)
        {
            MovieSum sum = scratch.MovieSums[movie];
            float coverage = sum.Answered / queryWeight;
            if (coverage < LeastCoverage)
            {
                continue;
            }

            int item = segment.First + movie;
            float quality =
                coverage * (sum.IsMistyped ? MistypedFactor : 1) * (1 - NameFactor + NameFactor * sum.NameShare);
            float popularity = item < popularities.Length ? popularities[item] : 0;
            bool isWhole = sum.IsWhole && !sum.IsMistyped && coverage >= WholeCoverage;
            matches.Add(new TitleMatch(item, quality + PopularityFactor * popularity, coverage, isWhole));
        }
    }
}
