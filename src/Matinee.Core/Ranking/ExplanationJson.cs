using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Catalog;

namespace Matinee.Core.Ranking;

/// <summary>An <see cref="Explanation"/> as the <c>reasons</c> and <c>texts</c> of a recommendation in JSON.</summary>
/// <param name="Texts">Null where no text is a reason.</param>
public sealed record ExplanationJson(IReadOnlyList<ReasonJson> Reasons, TextReasonJson? Texts)
{
    /// <summary>Decimal places of shares and parts.</summary>
    internal const int Digits = 4;

    public static ExplanationJson Of(Explanation explanation, MovieCatalog catalog) =>
        new(
            [.. explanation.Reasons.Select(reason => ReasonJson.Of(reason, catalog))],
            explanation.Texts is { } texts ? TextReasonJson.Of(texts) : null
        );

    /// <summary>Writes the two into the object that is being written; <c>texts</c> only where there are any.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WritePropertyName("reasons");
        JsonSerializer.Serialize(json, Reasons, ReasonsJson.Default.IReadOnlyListReasonJson);
        if (Texts is not null)
        {
            json.WritePropertyName("texts");
            JsonSerializer.Serialize(json, Texts, ReasonsJson.Default.TextReasonJson);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<ReasonJson>))]
[JsonSerializable(typeof(TextReasonJson))]
internal sealed partial class ReasonsJson : JsonSerializerContext;
