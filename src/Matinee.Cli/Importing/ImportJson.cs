using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Imports.Preview;

namespace Matinee.Cli.Importing;

/// <summary>A preview as a server answers it, too.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(ImportPreview))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    private static ImportJson Readable =>
        field ??= new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );

    public static string Text(ImportPreview preview) => JsonSerializer.Serialize(preview, Readable.ImportPreview);
}
