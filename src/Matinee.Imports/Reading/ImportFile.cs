using System.Text;
using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>A file of an import, wherever it lies: alone, in an archive, in a folder. Nothing of it is read before it is asked for.</summary>
/// <param name="name">With its folders inside the archive, slashes between: <c>likes/films.csv</c>.</param>
/// <param name="read">Up to so many bytes of its beginning, or all of it for null.</param>
internal sealed class ImportFile(string name, Func<int?, ReadOnlyMemory<byte>> read)
{
    private const int OpeningBytes = 4096;

    private readonly Lazy<string> opening = new(() => Text(ImportText.Of(read(OpeningBytes).Span, cut: true)));
    private CsvHeader? header;

    public string Name => name;

    /// <summary>The name without folders.</summary>
    public string FileName => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Text of its first 4 kB, to recognise it by.</summary>
    public string Opening => opening.Value;

    /// <summary>Its first line as a table's header.</summary>
    public CsvHeader Header => header ??= CsvHeader.Of(Opening);

    /// <exception cref="MatineeException">It can't be read, or asks for more than the limits allow.</exception>
    public ReadOnlyMemory<byte> Bytes() => read(null);

    public string Text() => ImportText.Of(Bytes().Span);

    /// <summary>Without a mark, in UTF-8, as JSON readers want it.</summary>
    public ReadOnlyMemory<byte> Utf8()
    {
        ReadOnlyMemory<byte> bytes = Bytes();
        return bytes.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(ImportText.Of(bytes.Span)),
            _ => bytes,
        };
    }

    public bool HasName(string fileName) => FileName.Equals(fileName, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => name;

    // Thousands of pictures may lie beside the films: no text goes beyond a NUL.
    private static string Text(string opening) =>
        opening.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var end ? opening[..(end + 1)] : opening;
}
