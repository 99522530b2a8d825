using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Matinee.Core.Models;

namespace Matinee.Core.Texts;

/// <summary>How precisely a sentence encoder computes.</summary>
[JsonConverter(typeof(ConfigEnumConverter<TextPrecision>))]
public enum TextPrecision
{
    /// <summary>32-bit floats.</summary>
    Full,

    /// <summary>Products with weights in 8 bits.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "It is what this is called everywhere.")]
    Int8,
}
