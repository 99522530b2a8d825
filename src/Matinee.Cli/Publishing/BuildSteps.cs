using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Matinee.Cli.Publishing;

/// <summary>
/// Which steps of a build are done, and from what: <c>steps.json</c> of a work folder. A step whose input is another one now is to be
/// done again.
/// </summary>
internal sealed class BuildSteps
{
    private const string FileName = "steps.json";

    private readonly string file;
    private readonly Dictionary<string, string> done;

    public BuildSteps(string workDir)
    {
        file = Path.Combine(workDir, FileName);
        done = Read(file);
    }

    /// <param name="inputs">All that the step's output depends on.</param>
    public bool IsDone(string step, params IReadOnlyList<string> inputs) =>
        done.TryGetValue(step, out string? known) && known == HashOf(inputs);

    public void Finish(string step, params IReadOnlyList<string> inputs)
    {
        done[step] = HashOf(inputs);
        string temporary = $"{file}.tmp";
        File.WriteAllText(temporary, JsonSerializer.Serialize(done));
        File.Move(temporary, file, overwrite: true);
    }

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            return File.Exists(file)
                ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file)) ?? []
                : [];
        }
        catch (JsonException)
        {
            // Then all is done again.
            return [];
        }
    }

    private static string HashOf(IReadOnlyList<string> inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inputs))));
}
