using Matinee.Core;

namespace Matinee.Cli.Configuration;

/// <summary>The keys of one place in a configuration file.</summary>
/// <param name="Place">For people: <c>model_params</c>.</param>
internal sealed record KnownKeys(string Place, IReadOnlyCollection<string> Names)
{
    /// <summary>Where a key belongs that is none of these, a sentence; null where it is unknown everywhere.</summary>
    public Func<string, string?>? Elsewhere { get; init; }

    /// <summary>The same for what other models take; a mistyped key of this one goes before.</summary>
    public Func<string, string?>? OfAnotherModel { get; init; }

    /// <summary>What to do about an unknown key, a sentence.</summary>
    public string Hint(string key) =>
        Elsewhere?.Invoke(key) is { } place ? place
        : NearestName.Find(key, Names) is { } nearest ? $"Did you mean '{nearest}'?"
        : OfAnotherModel?.Invoke(key) is { } other ? other
        : Names.Count == 0 ? "It takes no keys."
        : $"Known keys: {string.Join(", ", Names)}.";
}
