using System.Globalization;
using Matinee.Api.Problems;
using Microsoft.Extensions.Primitives;

namespace Matinee.Api.Http;

/// <summary>Reads parameters out of a query and gathers what is wrong with them.</summary>
internal readonly struct QueryReader(IQueryCollection query, Errors errors)
{
    public QueryReader(HttpContext http, Errors errors)
        : this(http.Request.Query, errors) { }

    public Errors Errors => errors;

    public bool Has(Parameter parameter) => query.ContainsKey(parameter.Name);

    public int? Whole(WholeParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            if (parameter.Required)
            {
                errors.Add(parameter.Name, $"{parameter.Name} is needed: {parameter.Description}");
            }

            return parameter.Default;
        }

        if (
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            && value >= parameter.Least
            && value <= parameter.Most
        )
        {
            return value;
        }

        errors.Add(
            parameter.Name,
            parameter.Most == int.MaxValue
                ? $"{parameter.Name} must be a whole number from {parameter.Least}, not '{Shown(text)}'."
                : $"{parameter.Name} must be a whole number from {parameter.Least} to {parameter.Most}, not '{Shown(text)}'."
        );
        return parameter.Default;
    }

    public double Number(NumberParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            return parameter.Default;
        }

        // Neither NaN nor infinity is within bounds.
        if (
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value >= parameter.Least
            && value <= parameter.Most
        )
        {
            return value;
        }

        string least = parameter.Least.ToString(CultureInfo.InvariantCulture);
        string most = parameter.Most.ToString(CultureInfo.InvariantCulture);
        errors.Add(parameter.Name, $"{parameter.Name} must be a number from {least} to {most}, not '{Shown(text)}'.");
        return parameter.Default;
    }

    public bool Flag(FlagParameter parameter)
    {
        switch (Single(parameter))
        {
            case null:
                return parameter.Default;
            case "true":
                return true;
            case "false":
                return false;
            case { } text:
                errors.Add(parameter.Name, $"{parameter.Name} must be true or false, not '{Shown(text)}'.");
                return parameter.Default;
        }
    }

    public string Choice(ChoiceParameter parameter)
    {
        if (Single(parameter) is not { } text)
        {
            return parameter.Default;
        }

        if (parameter.Choices.Contains(text))
        {
            return text;
        }

        errors.Add(parameter.Name, $"{parameter.Name} must be {Words.Either(parameter.Choices)}, not '{Shown(text)}'.");
        return parameter.Default;
    }

    public string? Text(TextParameter parameter)
    {
        string? text = Single(parameter);
        if (text is not null && TextProblem(text, parameter.LongestText) is { } problem)
        {
            errors.Add(parameter.Name, $"{parameter.Name} {problem}.");
            return null;
        }

        if (parameter.Required && string.IsNullOrWhiteSpace(text))
        {
            errors.Add(parameter.Name, $"{parameter.Name} is needed: {parameter.Description}");
        }

        return text;
    }

    public IReadOnlyList<string> Texts(TextsParameter parameter)
    {
        StringValues values = query[parameter.Name];
        if (values.Count == 0)
        {
            return [];
        }

        string[] texts = [.. values.Select(value => value ?? "")];
        if (texts.Length > parameter.MostTexts)
        {
            errors.Add(parameter.Name, $"{parameter.Name} may be given {parameter.MostTexts} times at most.");
            return [];
        }

        foreach (string text in texts)
        {
            if ((text.Length == 0 ? "must not be empty" : TextProblem(text, parameter.LongestText)) is { } problem)
            {
                errors.Add(parameter.Name, $"{parameter.Name} {problem}.");
            }
        }

        return texts;
    }

    /// <summary>The text of a parameter that stands once; null where it is absent.</summary>
    public string? Single(Parameter parameter)
    {
        StringValues values = query[parameter.Name];
        if (values.Count > 1)
        {
            errors.Add(parameter.Name, $"{parameter.Name} is given {values.Count} times; give it once.");
        }

        return values.Count == 0 ? null : values[0] ?? "";
    }

    public StringValues All(Parameter parameter) => query[parameter.Name];

    private static string? TextProblem(string text, int longest) =>
        text.Length > longest ? $"may have {longest} characters at most, not {text.Length}"
        : text.Any(char.IsControl) ? "must not have control characters"
        : null;

    /// <summary>A text of a request as an answer may repeat it: short, and nothing that a terminal obeys.</summary>
    internal static string Shown(string text, int longest = 40)
    {
        string kept = text.Length > longest ? $"{text[..longest]}…" : text;
        return string.Create(
            kept.Length,
            kept,
            (span, source) =>
            {
                for (int n = 0; n < span.Length; n++)
                {
                    span[n] = char.IsControl(source[n]) || char.IsSurrogate(source[n]) ? '�' : source[n];
                }
            }
        );
    }
}
