namespace Matinee.Api.Search.Titles;

/// <summary>
/// Sums per movie and name while a query is answered. Stamps say which word of which query a value belongs to, so that nothing
/// has to be cleared. Used by one query at a time.
/// </summary>
internal sealed class TitleScratch(int movies, int names)
{
    private long stamp;

    public long[] MovieStamps { get; } = new long[movies];
    public MovieSum[] MovieSums { get; } = new MovieSum[movies];
    public long[] NameStamps { get; } = new long[names];
    public NameSum[] NameSums { get; } = new NameSum[names];

    /// <summary>Movies that the query has touched.</summary>
    public List<int> Movies { get; } = [];

    /// <summary>Names that the query has touched.</summary>
    public List<int> Names { get; } = [];

    public List<WordMatch> Matches { get; } = [];

    /// <summary>Stamps up to here are of earlier queries.</summary>
    public long QueryStamp { get; private set; }

    public void BeginQuery()
    {
        QueryStamp = stamp;
        Movies.Clear();
        Names.Clear();
    }

    public long BeginWord()
    {
        Matches.Clear();
        return ++stamp;
    }

    /// <summary>Counts a typed word for a movie once, by its first match, which is its best.</summary>
    public void AddToMovie(int movie, float value, bool isMistyped, long word)
    {
        ref MovieSum sum = ref MovieSums[movie];
        if (MovieStamps[movie] <= QueryStamp)
        {
            sum = default;
            Movies.Add(movie);
        }

        if (MovieStamps[movie] != word)
        {
            MovieStamps[movie] = word;
            sum.Answered += value;
            sum.IsMistyped |= isMistyped;
        }
    }

    /// <summary>Counts a typed word for a name once, by its first match, which is its best.</summary>
    public void AddToName(int name, float value, bool isExact, float matchWeight, long word)
    {
        ref NameSum sum = ref NameSums[name];
        if (NameStamps[name] <= QueryStamp)
        {
            sum = default;
            Names.Add(name);
        }

        if (NameStamps[name] != word)
        {
            NameStamps[name] = word;
            sum.Typed += value * matchWeight;
            sum.TypedExactly += isExact ? value : 0;
        }
    }
}

internal struct MovieSum
{
    /// <summary>Weight of the typed words that the movie answers.</summary>
    public float Answered;

    /// <summary>The largest share of a name that was typed.</summary>
    public float NameShare;

    public bool IsMistyped;
    public bool IsWhole;
}

internal struct NameSum
{
    /// <summary>Weight of the name's words that were typed, so or so.</summary>
    public float Typed;

    /// <summary>Weight of the name's words that were typed letter by letter.</summary>
    public float TypedExactly;
}
