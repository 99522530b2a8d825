namespace Matinee.Core.Models;

/// <summary>The section of a configuration file in which an option stands; without it, <see cref="Default"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConfigSectionAttribute(string name) : Attribute
{
    public const string Default = "model_params";

    /// <summary>No section: beside <c>model</c> and <c>random_seed</c>.</summary>
    public const string TopLevel = "";

    public string Name => name;
}
