using System.Buffers;
using System.Text;
using System.Text.Json;
using Matinee.Cli.Configuration;
using Matinee.Core.Models.Selection;
using Matinee.Core.Models.Tuning;

namespace Matinee.Cli.Tuning;

/// <summary>How a search decides what to try next.</summary>
internal enum SearchKind
{
    Random,
    Bayesian,
}

/// <summary>A search and all that its trials depend on.</summary>
internal sealed record TuningPlan(
    TuningConfiguration Configuration,
    SearchKind Search,
    long Seed,
    int Trials,
    string DatasetHash
)
{
    public TrainingPlan Training { get; } = Configuration.Plan();

    public IReadOnlyList<TunedOption> Tuned => Configuration.Tuned;

    public string SearchName => Search == SearchKind.Random ? "random" : "Bayesian";

    public IOptionSearch Start() =>
        Search == SearchKind.Random
            ? new RandomSearch(Configuration.Space, Seed, Configuration.First())
            : new BayesianSearch(Configuration.Space, Seed, Configuration.First());

    /// <summary>As a search sees it, where more is better.</summary>
    public SearchTrial Scored(TuningTrial trial) =>
        new(trial.Values, Training.LowerIsBetter ? -trial.Value : trial.Value);

    /// <summary>The first of the best; null where all have failed.</summary>
    public TuningTrial? Best(IEnumerable<TuningTrial> trials) => Ranked(trials).FirstOrDefault();

    /// <summary>The best first, without those that failed; of equal ones the earlier.</summary>
    public IEnumerable<TuningTrial> Ranked(IEnumerable<TuningTrial> trials) =>
        trials.Where(trial => trial.Value is not null).OrderByDescending(trial => Scored(trial).Score);

    /// <summary>Such as <c>factors 128, regularization 0.01</c>.</summary>
    public string Describe(TuningTrial trial) =>
        string.Join(", ", Tuned.Zip(trial.Values, (option, value) => $"{option.Name} {option.Text(value)}"));

    /// <summary>
    /// One line of JSON that two searches share only if their trials are the same; how many there are is no part of it, so that a
    /// search can be made longer.
    /// </summary>
    public string Identity()
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("model", Configuration.Kind.Name);
            json.WriteString("dataset", DatasetHash);
            json.WriteString("metric", Training.MetricName);
            json.WriteString("search", SearchName);
            json.WriteNumber("seed", Seed);
            json.WriteStartObject("space");
            foreach (TunedOption option in Tuned)
            {
                json.WriteString(option.Name, option.Describe());
            }

            json.WriteEndObject();
            json.WritePropertyName("options");
            Configuration.BaseJson().WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
