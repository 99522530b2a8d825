using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Data.Simulation;

/// <summary><c>simulated.json</c>: says that the files beside it are simulated, how many rows they have and by what.</summary>
internal sealed record SimulatedMarker(
    bool Simulated,
    string Generator,
    int Version,
    int Users,
    int? Movies,
    long Ratings,
    long? TagApplications,
    long Seed,
    string Note
)
{
    public const string FileName = "simulated.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public void WriteTo(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");

    /// <summary>Whether <paramref name="folder"/> holds what <paramref name="generator"/> wrote.</summary>
    public static bool Marks(string folder, string generator)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            return JsonSerializer.Deserialize<SimulatedMarker>(File.ReadAllText(path), Json)
                    is { Simulated: true } marker
                && marker.Generator == generator;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
