using System.Reflection;
using Matinee.Core.Models;

namespace Matinee.Cli.Configuration;

/// <summary>A model's option as configuration files know it.</summary>
/// <param name="Section">Where it stands; empty for the top level.</param>
internal sealed record OptionKey(string Name, string Section, PropertyInfo Property)
{
    public Type Type => Property.PropertyType;

    public object? Get(object options) => Property.GetValue(options);

    public void Set(object options, object value) => Property.SetValue(options, value);

    public static IReadOnlyList<OptionKey> Of(ModelKind kind) =>
        [
            .. kind
                .OptionsType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
                .Select(property => new OptionKey(
                    OptionRules.ConfigName(property.Name),
                    property.GetCustomAttribute<ConfigSectionAttribute>()?.Name ?? ConfigSectionAttribute.Default,
                    property
                )),
        ];
}
