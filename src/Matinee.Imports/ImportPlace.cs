using System.Globalization;

namespace Matinee.Imports;

/// <summary>Where in an import something stands.</summary>
/// <param name="File">The file's name, with its folders inside an archive: <c>likes/films.csv</c>.</param>
/// <param name="Row">The physical line, 1-based, header included, in text of lines; else the 1-based place among the entries.</param>
public readonly record struct ImportPlace(string File, int Row)
{
    /// <summary>One name for it, also to refer to it by: <c>likes/films.csv:12</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Row}");
}
