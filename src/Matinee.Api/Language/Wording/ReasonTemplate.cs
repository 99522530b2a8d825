using Matinee.Core.Ranking;

namespace Matinee.Api.Language.Wording;

/// <summary>A sentence out of measured reasons, without a language model.</summary>
internal static class ReasonTemplate
{
    private const string Nothing = "Nothing you rated speaks for it; it is what comes next for you.";
    private const string Unnamed = "Because of movies that you rated.";

    /// <summary>At most <see cref="SentenceCheck.LongestSentence"/> characters; what does not fit is left out from the end.</summary>
    public static string Of(IReadOnlyList<ReasonJson> reasons)
    {
        if (reasons.Count == 0)
        {
            return Nothing;
        }

        for (int count = reasons.Count; count > 0; count--)
        {
            string sentence = Sentence([.. reasons.Take(count)]);
            if (sentence.Length <= SentenceCheck.LongestSentence)
            {
                return sentence;
            }
        }

        return Unnamed;
    }

    /// <summary>A reason in words, without its numbers: <c>you liked Alien (1979)</c>.</summary>
    public static string Clause(ReasonJson reason) =>
        reason.Kind switch
        {
            ReasonJson.RatedMovie => $"{(reason.Liked == true ? "you liked" : "you watched")} {reason.Title}",
            ReasonJson.Popularity => "many people know it",
            ReasonJson.RatedWell => "people rate it well",
            _ => reason.Text,
        };

    // Liked movies together and watched ones together, in order of first mention; texts last.
    private static string Sentence(ReasonJson[] reasons)
    {
        string[] clauses =
        [
            .. reasons
                .Where(reason => reason.Kind != ReasonJson.Texts)
                .GroupBy(reason => (reason.Kind, reason.Liked))
                .Select(group =>
                    Clause(group.First())
                    + string.Concat(group.Skip(1).SkipLast(1).Select(reason => $", {reason.Title}"))
                    + (group.Count() > 1 ? $" and {group.Last().Title}" : "")
                ),
        ];
        // Such as "because of the tags time travel and mind-bending".
        string? texts = reasons.FirstOrDefault(reason => reason.Kind == ReasonJson.Texts)?.Text;
        string first = clauses.Length == 0 ? "" : $"because {Joined(clauses)}";
        string sentence = string.Join(", and ", new[] { first, texts ?? "" }.Where(part => part.Length > 0));
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.";
    }

    private static string Joined(string[] clauses) =>
        clauses.Length == 1 ? clauses[0] : $"{string.Join(", ", clauses[..^1])}, and because {clauses[^1]}";
}
