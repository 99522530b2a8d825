using System.Text.Json;
using Matinee.Imports.Matching;

namespace Matinee.Imports.Preview;

/// <summary>The words that programs read for sources, statuses and ways of matching: <c>movie-lens</c>, <c>left-out</c>.</summary>
public static class ImportWords
{
    public static string Of(ImportSource source) => Word(source);

    public static string Of(MatchStatus status) => Word(status);

    public static string Of(MatchedBy by) => Word(by);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
