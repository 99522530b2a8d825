using System.Text.Json.Serialization;

namespace Matinee.Core.Models.Hybrid;

/// <summary>How a sentence encoder's token vectors become one vector.</summary>
[JsonConverter(typeof(ConfigEnumConverter<HybridPooling>))]
public enum HybridPooling
{
    Mean,
    Cls,
}
