using Matinee.Api.Http;
using Matinee.Core.Ranking;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Api.Serving;

/// <summary>What a query asks of a list.</summary>
internal sealed record RecommendationQuery
{
    public static readonly WholeParameter Limit = new("limit", "Length of the list.", 1, 100, 5);

    private static readonly NumberParameter Diversity = new(
        "diversity",
        "How much being unlike the rest of the list counts against score.",
        0,
        1,
        0
    );

    private static readonly NumberParameter Popularity = new(
        "popularity",
        "-1: towards little-known movies; 1: towards well-known ones.",
        -1,
        1,
        0
    );

    private static readonly ChoiceParameter Include = new(
        "include",
        "`unseen`: neither rated nor watched; `seen`: what to watch again; `any`.",
        ["unseen", "seen", "any"],
        "unseen"
    );

    private static readonly FlagParameter ExplainFlag = new("explain", "Whether to say why.", true);

    private static readonly ChoiceParameter Reasons = new(
        "reasons",
        "`words` adds `why`, the reasons as one sentence, by a language model where the server has one.",
        ["plain", "words"],
        "plain"
    );

    public static IReadOnlyList<Parameter> Parameters { get; } =
    [
        Limit,
        CommonParameters.Offset,
        Diversity,
        Popularity,
        .. FilterReading.Parameters,
        Include,
        FilterReading.Only,
        ExplainFlag,
        Reasons,
    ];

    /// <summary>Those that mean something for several people.</summary>
    public static IReadOnlyList<Parameter> GroupParameters { get; } =
    [.. Parameters.Where(parameter => parameter != ExplainFlag && parameter != Reasons)];

    private static readonly RecommendationQuery Default = new();

    public int Count { get; init; } = 5;
    public int Offset { get; init; }
    public SeenChoice Seen { get; init; }
    public RankingControls Controls { get; init; } = new();

    /// <summary>Item indices, ascending; null: any.</summary>
    public int[]? Only { get; init; }

    public bool Explain { get; init; } = true;

    /// <summary>Whether the reasons are to be worded, too.</summary>
    public bool InWords { get; init; }

    /// <exception cref="Problems.ProblemException">A value is not valid.</exception>
    public static RecommendationQuery Read(HttpContext http, ServedModel model) =>
        http.Request.QueryString.HasValue ? Read(http.Request.Query, model) : Default;

    /// <exception cref="Problems.ProblemException">A value is not valid.</exception>
    public static RecommendationQuery Read(IQueryCollection values, ServedModel model)
    {
        var errors = new Problems.Errors();
        var query = new QueryReader(values, errors);
        var read = new RecommendationQuery
        {
            Count = query.Whole(Limit)!.Value,
            Offset = query.Whole(CommonParameters.Offset)!.Value,
            Seen = query.Choice(Include) switch
            {
                "seen" => SeenChoice.Seen,
                "any" => SeenChoice.Any,
                _ => SeenChoice.Unseen,
            },
            Controls = new RankingControls
            {
                Diversity = query.Number(Diversity),
                Popularity = query.Number(Popularity),
                Filter = query.Filter(model),
            },
            Only = query.Items(FilterReading.Only, model),
            Explain = query.Flag(ExplainFlag),
            InWords = query.Choice(Reasons) == "words",
        };
        if (read is { InWords: true, Explain: false })
        {
            errors.Add(Reasons.Name, "reasons=words needs explain=true: there is nothing to word without reasons.");
        }

        errors.ThrowIfAny();
        return read;
    }

    public RecommendationRequest For(Person person) =>
        new()
        {
            Count = Count,
            Offset = Offset,
            Seen = Seen,
            AlsoSeen = person.AlsoSeen,
            Excluded = person.Hidden,
            Only = Both(Only, person.Only),
            Controls = Controls,
        };

    /// <summary>For several people at once: what one has seen or hides is left out for all, and every allow-list holds.</summary>
    public RecommendationRequest For(IReadOnlyList<Person> people) =>
        new()
        {
            Count = Count,
            Offset = Offset,
            Seen = Seen,
            AlsoSeen = people.SelectMany(person => person.AlsoSeen).Distinct().ToArray(),
            Excluded = people.SelectMany(person => person.Hidden).Distinct().ToArray(),
            Only = people.Aggregate(Both(Only, null), (only, person) => Both(only?.ToArray(), person.Only)),
            Controls = Controls,
        };

    // Both ascend, if they are there.
    private static ReadOnlyMemory<int>? Both(int[]? left, int[]? right)
    {
        if ((left ?? right) is not { } list)
        {
            return null;
        }

        return left is null || right is null
            ? list
            : list.Where(item => Array.BinarySearch(right, item) >= 0).ToArray();
    }
}
