using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Imports.Matching.Titles;

namespace Matinee.Imports.Matching;

/// <summary>
/// Says which movie of a catalogue a film is: by its numbers, else by its titles and year. May be used by many threads at once.
/// </summary>
public sealed class FilmMatcher
{
    private const int MostCandidates = 5;

    private readonly NumberMatch numbers;
    private readonly Func<int, int> ratings;
    private readonly TitleTable titles;
    private readonly NearTitles near;
    private readonly YearSpan[] years;

    /// <param name="ratings">How many ratings an item has, to show the better known of two movies first; null: nobody knows.</param>
    public FilmMatcher(MovieCatalog catalog, Func<int, int>? ratings = null)
    {
        Catalog = catalog;
        this.ratings = ratings ?? (_ => 0);
        numbers = new NumberMatch(catalog);
        TitleNames[] names = new TitleNames[catalog.Count];
        Parallel.For(0, names.Length, item => names[item] = TitleNames.Of(catalog.Movies[item]));
        titles = new TitleTable(names);
        near = new NearTitles(names);
        years = [.. names.Select(name => name.Years)];
    }

    public MovieCatalog Catalog { get; }

    public FilmMatch Match(ImportedFilm film)
    {
        TitleNames names = TitleNames.Of(film);
        List<Candidate> candidates = Candidates(names);
        return ByNumbers(film, names, candidates) ?? ByTitle(film, names, candidates);
    }

    private FilmMatch? ByNumbers(ImportedFilm film, TitleNames names, List<Candidate> candidates)
    {
        (MatchedBy By, int Item)[] named =
        [
            .. numbers
                .Find(film.Numbers)
                .Where(found =>
                    found.By != MatchedBy.MovieLensNumber
                    || names.Names.Count == 0
                    || candidates.Exists(candidate => candidate.Item == found.Item && candidate.Years is null or <= 1)
                ),
        ];
        int[] items = [.. named.Select(found => found.Item).Distinct()];
        if (items.Length < 2)
        {
            return items.Length == 0 ? null : Matched(items[0], named[0].By);
        }

        // Two numbers, two movies: the title decides.
        Candidate[] titled = [.. Ordered(candidates.Where(candidate => items.Contains(candidate.Item)))];
        if (
            titled.Length > 0
            && (titled.Length == 1 || (titled[0].Fit, titled[0].Years) != (titled[1].Fit, titled[1].Years))
        )
        {
            int item = titled[0].Item;
            return Matched(item, named.First(found => found.Item == item).By);
        }

        return Doubtful(items, "Its numbers name different movies.");
    }

    private FilmMatch ByTitle(ImportedFilm film, TitleNames names, List<Candidate> candidates)
    {
        (Candidate? movie, MatchedBy by, string doubt) = TitleMatch.Decide(candidates, names.SayArticle);
        if (movie is { } found && !numbers.Contradict(film.Numbers, found.Item))
        {
            return Matched(found.Item, by);
        }

        // Near titles with other numbers are other films; the very title may be a number that was mended since.
        int[] left =
        [
            .. Ordered(
                    candidates.Where(candidate =>
                        candidate.SameTitle || !numbers.Contradict(film.Numbers, candidate.Item)
                    )
                )
                .Select(candidate => candidate.Item),
        ];
        return left.Length == 0 ? new FilmMatch(MatchStatus.Unknown)
            : movie is null ? Doubtful(left, doubt)
            : Doubtful(left, "The title fits, but the catalogue has another number for it.");
    }

    private List<Candidate> Candidates(TitleNames film)
    {
        var best = new Dictionary<int, Candidate>();
        titles.Find(film.Names, (item, fit) => Add(item, fit, 1));
        if (!best.Values.Any(TitleMatch.Suffices))
        {
            near.Find(film, Add);
        }

        return [.. best.Values.Where(TitleMatch.Counts)];

        void Add(int item, TitleFit fit, double closeness)
        {
            var candidate = new Candidate(item, fit, film.Years.Distance(years[item]), closeness)
            {
                IsSeries = years[item].First != years[item].Last,
            };
            if (!best.TryGetValue(item, out Candidate known) || candidate.IsBetterThan(known))
            {
                best[item] = candidate;
            }
        }
    }

    private IOrderedEnumerable<Candidate> Ordered(IEnumerable<Candidate> candidates) =>
        candidates
            .OrderBy(TitleMatch.Rank)
            .ThenBy(candidate => candidate.Fit)
            .ThenBy(candidate => candidate.Years ?? 0)
            .ThenByDescending(candidate => candidate.Closeness)
            .ThenByDescending(candidate => ratings(candidate.Item))
            .ThenBy(candidate => candidate.Item);

    private static FilmMatch Matched(int item, MatchedBy by) =>
        new(MatchStatus.Matched) { Item = new ItemIndex(item), By = by };

    private static FilmMatch Doubtful(IEnumerable<int> items, string note) =>
        new(MatchStatus.Ambiguous)
        {
            Candidates = [.. items.Take(MostCandidates).Select(item => new ItemIndex(item))],
            Note = note,
        };
}
