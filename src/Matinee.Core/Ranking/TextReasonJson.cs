using Matinee.Core.Models;

namespace Matinee.Core.Ranking;

/// <summary>A <see cref="TextReason"/> as it stands in JSON.</summary>
/// <param name="Share">The part of everything that speaks for the movie which its texts have together.</param>
/// <param name="Text">In words.</param>
public sealed record TextReasonJson(double Share, string Text, IReadOnlyList<NamedTextJson> Named)
{
    public static TextReasonJson Of(TextReason reason) =>
        new(
            Math.Round(reason.Share, ExplanationJson.Digits),
            TextReasonText.Of(reason),
            [.. reason.Texts.Select(NamedTextJson.Of)]
        );
}

/// <param name="Kind"><c>title</c>, <c>genres</c>, <c>tag</c> or <c>plot</c>.</param>
/// <param name="Part">Of what the movie's texts add to its score together, 0 to 1.</param>
/// <param name="Attention">Its share of the history's attention to the movie's texts, 0 to 1.</param>
public sealed record NamedTextJson(string Kind, string Text, double Part, double Attention)
{
    internal static NamedTextJson Of(NamedText text) =>
        new(
            OptionRules.ConfigName(text.Kind.ToString()),
            text.Text,
            Math.Round(text.Part, ExplanationJson.Digits),
            Math.Round(text.Attention, ExplanationJson.Digits)
        );
}
