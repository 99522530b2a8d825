using Matinee.Core;

namespace Matinee.Api.Hosting;

/// <summary>The flags of the server's own executable: <c>--name value</c> or <c>--name=value</c>.</summary>
internal static class CommandLine
{
    private static IEnumerable<ServerSetting> Flags => ServerSettings.All.Where(setting => !setting.IsSecret);

    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    public static async Task WriteHelpAsync(TextWriter output)
    {
        await output.WriteLineAsync("Matinee.Api serves movie recommendations over HTTP.\n\nOptions:");
        foreach (ServerSetting setting in Flags)
        {
            string flag = $"{setting.Flag} <{setting.ValueName}>";
            await output.WriteLineAsync($"  {flag, -30} {setting.Description} [{setting.Default}]");
        }

        await output.WriteLineAsync(
            "\nThe environment (MATINEE_PORT, ...) and appsettings.json give what flags leave out; see .env.dist. Secrets have no flag: "
                + string.Join(
                    ", ",
                    ServerSettings.All.Where(setting => setting.IsSecret).Select(setting => setting.Variable)
                )
                + "."
        );
    }

    /// <returns>Text by setting name.</returns>
    /// <exception cref="MatineeException">A flag is unknown, has no value or stands twice.</exception>
    public static Dictionary<string, string> Read(string[] args)
    {
        var flags = new Dictionary<string, string>();
        for (int n = 0; n < args.Length; n++)
        {
            string[] parts = args[n].Split('=', 2);
            ServerSetting setting =
                ServerSettings.All.FirstOrDefault(known => known.Flag == parts[0])
                ?? throw new MatineeException(
                    $"There is no option '{parts[0]}'. "
                        + (
                            NearestName.Find(parts[0], Flags.Select(known => known.Flag)) is { } near
                                ? $"Did you mean {near}?"
                                : "--help shows all."
                        )
                );
            if (setting.IsSecret)
            {
                throw new MatineeException(
                    $"{setting.Flag} would show a secret to everyone on this machine. Set {setting.Variable} in the environment or in .env."
                );
            }

            string? value =
                parts.Length == 2 ? parts[1]
                : ++n < args.Length ? args[n]
                : null;
            if (value is null)
            {
                throw new MatineeException($"{setting.Flag} wants a value: {setting.Flag} <{setting.ValueName}>.");
            }

            if (!flags.TryAdd(setting.Name, value))
            {
                throw new MatineeException($"{setting.Flag} stands twice; give it once.");
            }
        }

        return flags;
    }
}
