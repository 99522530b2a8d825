using System.Text.Json;
using System.Text.Json.Serialization;

namespace Matinee.Core.Models;

/// <summary>Enums in option files, spelled as configurations spell them.</summary>
internal sealed class ConfigEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower)
    where T : struct, Enum;
