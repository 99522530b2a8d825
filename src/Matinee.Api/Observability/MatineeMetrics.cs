using System.Diagnostics.Metrics;

namespace Matinee.Api.Observability;

/// <summary>What the server counts beside what ASP.NET Core counts. Never a user's id, only how many.</summary>
internal sealed class MatineeMetrics
{
    public const string MeterName = "Matinee";

    private readonly Counter<long> lists;
    private readonly Counter<long> movies;
    private readonly Counter<long> outcomes;
    private readonly Counter<long> refused;

    public MatineeMetrics(IMeterFactory meters)
    {
        Meter meter = meters.Create(MeterName);
        lists = meter.CreateCounter<long>("matinee.lists", "{list}", "Recommendation lists that were given.");
        movies = meter.CreateCounter<long>("matinee.recommended_movies", "{movie}", "Movies in these lists.");
        outcomes = meter.CreateCounter<long>(
            "matinee.outcomes",
            "{outcome}",
            "Recommended movies that were clicked, watched or rated."
        );
        refused = meter.CreateCounter<long>(
            "matinee.refused_requests",
            "{request}",
            "Requests without the key it takes."
        );
        Meter = meter;
    }

    /// <summary>For what is read when it is asked for.</summary>
    public Meter Meter { get; }

    /// <param name="to"><c>user</c>, <c>visitor</c> or <c>group</c>.</param>
    public void List(string to, string model, int movieCount)
    {
        lists.Add(1, new("to", to), new("model", model));
        movies.Add(movieCount, new KeyValuePair<string, object?>("model", model));
    }

    /// <param name="kind"><c>clicked</c>, <c>watched</c> or <c>rated</c>.</param>
    public void Outcome(string kind, string model) => outcomes.Add(1, new("kind", kind), new("model", model));

    public void Refused(int status) => refused.Add(1, new KeyValuePair<string, object?>("status", status));
}
