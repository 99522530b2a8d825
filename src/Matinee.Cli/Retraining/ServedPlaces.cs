using System.CommandLine;
using Matinee.Api.Hosting;

namespace Matinee.Cli.Retraining;

/// <summary>The model and the store as <c>serve</c> would take them in this folder: flags, environment, .env, appsettings.json.</summary>
internal static class ServedPlaces
{
    public static Option<string?> ModelPath() =>
        new("--model-path")
        {
            Description = "Model folder that is served. Default: what 'serve' would take.",
            HelpName = "folder",
        };

    /// <param name="modelPath">The flag; null: not given.</param>
    /// <param name="store">The flag; null: not given.</param>
    /// <exception cref="Core.MatineeException">A setting is wrong; the message says which and where it stands.</exception>
    public static ServerOptions Read(string? modelPath, string? store = null)
    {
        var flags = new Dictionary<string, string>();
        if (modelPath is not null)
        {
            flags["model-path"] = modelPath;
        }

        if (store is not null)
        {
            flags["store"] = store;
        }

        return ServerConfiguration.OfThisProcess.Read(flags);
    }
}
