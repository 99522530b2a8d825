using Matinee.Core.Texts;

namespace Matinee.Core.Artifacts;

/// <summary>Model folders beside a path where none is: one of them is often what was meant.</summary>
public static class NearbyModels
{
    private const int Most = 4;

    /// <summary>Such as <c>There are models/demo and models/large. </c>; empty where there is none.</summary>
    public static string Sentence(string path)
    {
        string[] models = [.. Beside(path).Take(Most)];
        return models.Length == 0 ? "" : $"There {(models.Length == 1 ? "is" : "are")} {WordList.And(models)}. ";
    }

    private static IEnumerable<string> Beside(string path)
    {
        string? parent = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(path));
        string folder = string.IsNullOrEmpty(parent) ? "." : parent;
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).Where(IsModel).Order(StringComparer.Ordinal)
            : [];
    }

    private static bool IsModel(string folder) => ModelBundle.IsBundle(folder) || new ModelHistory(folder).Exists;
}
