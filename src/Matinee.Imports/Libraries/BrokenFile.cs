using System.Globalization;
using System.Text.Json;
using System.Xml;
using Matinee.Core;
using Matinee.Imports.Reading;

namespace Matinee.Imports.Libraries;

/// <summary>What to say of a file that breaks its own format.</summary>
internal static class BrokenFile
{
    public static MatineeException Json(ImportFile file, Exception exception) =>
        Error(file, (exception as JsonException)?.LineNumber + 1, "JSON", exception);

    public static MatineeException Xml(ImportFile file, XmlException exception) =>
        Error(file, exception.LineNumber, "well-formed XML without a DTD", exception);

    private static MatineeException Error(ImportFile file, long? line, string what, Exception exception) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Excerpt.Of(file.Name)}, line {Math.Max(1, line ?? 1)}: this is no {what}, or only a part of it. Export it again, and save the whole answer."
            ),
            exception
        );
}
