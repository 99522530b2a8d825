using Matinee.Core.Models;

namespace Matinee.Cli.Configuration;

/// <summary>The keys that a model's configuration may hold, by section.</summary>
/// <param name="general">Top-level keys of every configuration.</param>
internal sealed class ModelKeys(ModelKind kind, ModelKinds kinds, IReadOnlyCollection<string> general)
{
    private readonly IReadOnlyList<OptionKey> options = OptionKey.Of(kind);

    /// <summary>Sections that hold options; <c>model_params</c> always may.</summary>
    public IReadOnlyCollection<string> Sections =>
        [
            .. options
                .Select(option => option.Section)
                .Where(section => section != ConfigSectionAttribute.TopLevel)
                .Prepend(ConfigSectionAttribute.Default)
                .Distinct(),
        ];

    public Dictionary<string, OptionKey> In(string section) =>
        options.Where(option => option.Section == section).ToDictionary(option => option.Name);

    /// <param name="more">Keys of the section that are no options.</param>
    public KnownKeys At(string section, IEnumerable<string> more) =>
        new(section == ConfigSectionAttribute.TopLevel ? "the configuration" : section, [.. more, .. In(section).Keys])
        {
            Elsewhere = Elsewhere,
            OfAnotherModel = OfAnotherModel,
        };

    private string? Elsewhere(string key) =>
        options.FirstOrDefault(option => option.Name == key)?.Section switch
        {
            null when general.Contains(key) || Sections.Contains(key) => Belongs(ConfigSectionAttribute.TopLevel),
            null => null,
            var section => Belongs(section),
        };

    private string? OfAnotherModel(string key)
    {
        string[] takers =
        [
            .. kinds.Names.Where(name =>
                kinds.TryGet(name, out ModelKind? other)
                && OptionKey.Of(other).Any(option => option.Name == key || option.Section == key)
            ),
        ];
        return takers.Length > 0
            ? $"Model '{kind.Name}' does not take it; it is for '{string.Join("', '", takers)}'."
            : null;
    }

    private static string Belongs(string section) =>
        section == ConfigSectionAttribute.TopLevel
            ? "It belongs at the top level of the file."
            : $"It belongs under {section}.";
}
