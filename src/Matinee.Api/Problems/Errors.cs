namespace Matinee.Api.Problems;

/// <summary>What is wrong with a request's values, gathered so that one answer names all of it.</summary>
internal sealed class Errors
{
    // A body of 10 000 bad ratings must not become an answer of as many lines.
    private const int MostFields = 20;

    private Dictionary<string, string[]>? byField;
    private int more;

    public void Add(string field, string message)
    {
        byField ??= [];
        if (byField.Count >= MostFields && !byField.ContainsKey(field))
        {
            more++;
            return;
        }

        byField[field] = [.. byField.GetValueOrDefault(field, []), message];
    }

    /// <exception cref="ProblemException">There are errors.</exception>
    public void ThrowIfAny()
    {
        if (byField is null)
        {
            return;
        }

        string detail = string.Join(' ', byField.Take(3).SelectMany(pair => pair.Value));
        int unsaid = more + Math.Max(0, byField.Count - 3);
        throw new ProblemException(
            ProblemKind.Validation.With(unsaid > 0 ? $"{detail} And {unsaid} more." : detail, byField)
        );
    }
}
