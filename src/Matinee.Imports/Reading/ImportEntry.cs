using Matinee.Core;

namespace Matinee.Imports.Reading;

/// <summary>A file of an import: the one that was given, or one in an archive or folder. It is read when a format asks for it.</summary>
/// <param name="name">With its folders, <c>/</c> between them: <c>likes/films.csv</c>.</param>
internal sealed class ImportEntry(string name, Func<byte[]> read)
{
    private readonly Lazy<byte[]> bytes = new(read);

    public string Name { get; } = name;

    /// <summary>Without folders.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <exception cref="MatineeException">It can't be read, or is more than the limits allow.</exception>
    public byte[] Bytes => bytes.Value;

    /// <summary>The bytes as text, whatever encoding they are in.</summary>
    public string Text => TextDecoding.Of(Bytes);

    public bool EndsWith(string ending) => Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
}
