using System.Buffers;
using System.Collections;
using Matinee.Api.Search.Semantic;
using Matinee.Api.Search.Titles;
using Matinee.Core;
using Matinee.Core.Numerics;

namespace Matinee.Api.Search;

/// <summary>
/// Search in a person's own words, by title, by words and by meaning at once. Movies with a title that is just what was asked
/// come first, the better known before others. The rest is ranked by a <see cref="SearchBlend"/> of up to 200 movies each by
/// title (where a title answers seven tenths of the query), by BM25 and by meaning.
/// </summary>
/// <param name="semantic">Null: search goes by words only.</param>
public sealed class MovieSearch(SemanticIndex? semantic)
{
    private const int Candidates = 200;
    private const int MostCharacters = 2000;
    private const float TitleCoverage = 0.7f;
    private const string NoIndex = "Search goes by words only: the server reads no movies for their meaning.";

    private delegate void ScoreMovies(Span<float> scores);

    /// <exception cref="MatineeException">There is no query, the limit is out of range, or a genre unknown.</exception>
    public SearchAnswer Search(MovieIndex index, SearchRequest request)
    {
        request.Validate();
        string query = request.Query.Length > MostCharacters ? request.Query[..MostCharacters] : request.Query;
        BitArray? chosen = index.Choose(request.Genres, request.ExcludedGenres);
        TitleMatch[] titles = Titles(index, query, chosen);
        var blend = new SearchBlend();
        foreach (TitleMatch match in titles)
        {
            blend.AddTitle(match.Item, match.Score);
        }

        blend.AddWords(Best(index, chosen, scores => index.ScoreWords(query, scores)));
        int read = 0;
        // A query without any letter means nothing to the encoder, either.
        if (semantic is not null && query.Any(char.IsLetterOrDigit))
        {
            blend.AddMeaning(Best(index, chosen, scores => read = semantic.Score(query, scores)));
        }

        bool isHybrid = read > 0;
        return new SearchAnswer(
            Hits(titles, blend.Best(index.Popularity), request.Limit),
            isHybrid ? SearchMode.Hybrid : SearchMode.Lexical,
            isHybrid ? null : semantic?.State.Note ?? NoIndex
        );
    }

    private static TitleMatch[] Titles(MovieIndex index, string query, BitArray? chosen) =>
        [
            .. index
                .FindTitles(query)
                .Where(match => match.Coverage >= TitleCoverage && chosen?[match.Item] != false)
                .OrderByDescending(match => match.IsWhole)
                .ThenByDescending(match => match.Score)
                .ThenBy(match => index.Movies[match.Item].Id.Value)
                .Take(Candidates),
        ];

    // Those whose title is just that come first, in their own order.
    private static SearchHit[] Hits(TitleMatch[] titles, IEnumerable<SearchHit> best, int limit)
    {
        Dictionary<int, int> places = titles
            .TakeWhile(match => match.IsWhole)
            .Select((match, place) => (match.Item, place))
            .ToDictionary(pair => pair.Item, pair => pair.place);
        return
        [
            .. best.Select(hit => hit with { IsTitle = places.ContainsKey(hit.Item) })
                .OrderBy(hit => places.GetValueOrDefault(hit.Item, int.MaxValue))
                .Take(limit),
        ];
    }

    private static ReadOnlySpan<ScoredItem> Best(MovieIndex index, BitArray? chosen, ScoreMovies score)
    {
        float[] rented = ArrayPool<float>.Shared.Rent(index.Movies.Count);
        Span<float> scores = rented.AsSpan(0, index.Movies.Count);
        scores.Clear();
        score(scores);
        for (int item = 0; item < scores.Length && chosen is not null; item++)
        {
            scores[item] = chosen[item] ? scores[item] : 0;
        }

        var best = new ScoredItem[Candidates];
        int count = TopK.Select(scores, [], best);
        ArrayPool<float>.Shared.Return(rented);
        while (count > 0 && best[count - 1].Score <= 0)
        {
            count--;
        }

        return best.AsSpan(0, count);
    }
}
