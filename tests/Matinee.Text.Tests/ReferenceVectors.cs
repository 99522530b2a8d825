using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Text.Tests;

/// <summary>Token numbers and vectors of all-MiniLM-L6-v2, computed independently in double precision.</summary>
internal static class ReferenceVectors
{
    /// <summary>Skips the running test if the file is not there.</summary>
    public static IReadOnlyList<ReferenceText> Read()
    {
        string path = Path.Combine(TestData.Folder, "..", "checks", "minilm_reference.json");
        Assert.SkipUnless(File.Exists(path), $"There is no {path}.");
        return JsonSerializer.Deserialize<ReferenceFile>(File.ReadAllText(path))!.Vectors;
    }

    private sealed record ReferenceFile([property: JsonPropertyName("vectors")] IReadOnlyList<ReferenceText> Vectors);
}

internal sealed record ReferenceText(
    [property: JsonPropertyName("text")] string Text,
    [property: JsonPropertyName("token_ids")] long[] TokenIds,
    [property: JsonPropertyName("embedding")] float[] Embedding
);
