using System.Text.Json;
using Matinee.Core;

namespace Matinee.Api.Hosting;

/// <summary>
/// Where settings come from, the first that has one: flags, the environment, <c>.env</c>, then <c>appsettings.json</c>, both
/// in the working directory.
/// </summary>
/// <param name="folder">The working directory.</param>
/// <param name="variable">The environment.</param>
public sealed class ServerConfiguration(string folder, Func<string, string?> variable)
{
    public const string SettingsFile = "appsettings.json";
    public const string EnvironmentFile = ".env";

    public static ServerConfiguration OfThisProcess { get; } =
        new(Directory.GetCurrentDirectory(), Environment.GetEnvironmentVariable);

    /// <param name="flags">Text by setting name; what is absent was not given.</param>
    /// <exception cref="MatineeException">A value is wrong; the message says which and where it stands.</exception>
    public ServerOptions Read(IReadOnlyDictionary<string, string> flags)
    {
        Dictionary<string, string> file = ReadSettingsFile();
        Dictionary<string, string> environmentFile = ReadEnvironmentFile();
        var options = new ServerOptions();
        foreach (ServerSetting setting in ServerSettings.All)
        {
            if (flags.TryGetValue(setting.Name, out string? text))
            {
                options = setting.Read(options, text, setting.Flag);
            }
            else if (variable(setting.Variable) is { Length: > 0 } given)
            {
                options = setting.Read(options, given, $"The environment variable {setting.Variable}");
            }
            else if (environmentFile.TryGetValue(setting.Variable, out text) && text.Length > 0)
            {
                options = setting.Read(options, text, $"{setting.Variable} in {EnvironmentFile}");
            }
            else if (file.TryGetValue(setting.Key, out text))
            {
                options = setting.Read(options, text, $"Matinee:{setting.Key} in {SettingsFile}");
            }
        }

        return options.Validate();
    }

    private Dictionary<string, string> ReadSettingsFile()
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string path = Path.Combine(folder, SettingsFile);
        if (!File.Exists(path))
        {
            return values;
        }

        try
        {
            var tolerant = new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            };
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path), tolerant);
            if (
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("Matinee", out JsonElement section)
                && section.ValueKind == JsonValueKind.Object
            )
            {
                foreach (JsonProperty property in section.EnumerateObject())
                {
                    values[Known(property.Name).Key] = Text(property.Value);
                }
            }
        }
        catch (JsonException exception)
        {
            throw new MatineeException($"{path} is not JSON: {exception.Message} Mend or remove it.", exception);
        }

        return values;
    }

    // A list may be a list in JSON; everywhere else it is one text with commas.
    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array
            ? string.Join(',', value.EnumerateArray().Select(item => item.ToString()))
            : value.ToString();

    private static ServerSetting Known(string key) =>
        ServerSettings.All.FirstOrDefault(setting =>
            string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase)
        )
            is { } known
            ? known
            : throw new MatineeException(
                $"{SettingsFile} sets Matinee:{key}, which there is not. "
                    + (
                        NearestName.Find(key, ServerSettings.All.Select(setting => setting.Key), ignoreCase: true)
                            is { } near
                            ? $"Did you mean {near}?"
                            : $"There are {string.Join(", ", ServerSettings.All.Select(setting => setting.Key))}."
                    )
            );

    private Dictionary<string, string> ReadEnvironmentFile()
    {
        var values = new Dictionary<string, string>();
        string path = Path.Combine(folder, EnvironmentFile);
        if (File.Exists(path))
        {
            foreach (string line in File.ReadLines(path))
            {
                string text = line.Trim();
                int equals = text.IndexOf('=', StringComparison.Ordinal);
                // Other programs keep their variables here, too.
                if (equals > 0 && text.StartsWith("MATINEE_", StringComparison.Ordinal))
                {
                    values[text[..equals].TrimEnd()] = text[(equals + 1)..].Trim().Trim('"', '\'');
                }
            }
        }

        return values;
    }
}
