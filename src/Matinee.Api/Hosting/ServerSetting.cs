using Matinee.Core;

namespace Matinee.Api.Hosting;

/// <summary>One thing to configure, under its three names: flag, environment variable and key in appsettings.json.</summary>
/// <param name="Name">Such as <c>model-path</c>.</param>
/// <param name="ValueName">What help calls the value.</param>
/// <param name="Default">In words.</param>
/// <param name="Apply">Throws a <see cref="FormatException"/> that says what is wanted.</param>
public sealed record ServerSetting(
    string Name,
    string ValueName,
    string Description,
    string Default,
    Func<ServerOptions, string, ServerOptions> Apply
)
{
    /// <summary>Whether it has no flag, since everyone on a machine sees its command lines, and no message repeats its value.</summary>
    public bool IsSecret { get; init; }

    public string Flag => $"--{Name}";
    public string Variable => $"MATINEE_{Name.Replace('-', '_').ToUpperInvariant()}";

    /// <summary>Under <c>Matinee</c>; case does not matter.</summary>
    public string Key => string.Concat(Name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <param name="source">Where the text stands, for the message.</param>
    /// <exception cref="MatineeException">The text is not a value of this setting.</exception>
    internal ServerOptions Read(ServerOptions options, string text, string source)
    {
        try
        {
            return Apply(options, text.Trim());
        }
        catch (FormatException exception)
        {
            string given = IsSecret ? "" : $", not '{text}'";
            throw new MatineeException($"{source} must be {exception.Message}{given}.", exception);
        }
    }
}
