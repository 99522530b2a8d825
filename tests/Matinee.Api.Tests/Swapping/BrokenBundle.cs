using System.Text.Json.Nodes;
using Matinee.Core.Artifacts;

namespace Matinee.Api.Tests.Swapping;

/// <summary>A bundle whose checksums are right and whose model is not.</summary>
internal static class BrokenBundle
{
    /// <summary>Every float of the model's tensors becomes NaN.</summary>
    public static void Write(ModelBundle bundle, string folder)
    {
        bundle.Write(folder);
        string component = Path.Combine(folder, "components", bundle.Manifest.Model);
        string file = Directory.EnumerateFiles(component, "*.safetensors").Single();
        byte[] bytes = File.ReadAllBytes(file);
        int header = 8 + (int)BitConverter.ToInt64(bytes);
        for (int place = header; place + 4 <= bytes.Length; place += 4)
        {
            BitConverter.TryWriteBytes(bytes.AsSpan(place), float.NaN);
        }

        File.WriteAllBytes(file, bytes);
        string manifest = Path.Combine(folder, ModelBundle.ManifestFile);
        JsonNode json = JsonNode.Parse(File.ReadAllText(manifest))!;
        json["files"]![Path.GetRelativePath(folder, file).Replace('\\', '/')] = FileHashes.Sha256(file);
        File.WriteAllText(manifest, json.ToJsonString());
    }
}
