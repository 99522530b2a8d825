using System.Text;

namespace Matinee.Tests.Fuzzing;

/// <summary>Raw files as a layout has them.</summary>
/// <param name="Name">The layout's name, for people.</param>
/// <param name="Files">In the order in which a zip holds them; text is kept as Latin-1, a letter a byte.</param>
/// <param name="Separators">What stands between fields in one file or another.</param>
internal sealed record RawInput(string Name, IReadOnlyList<RawText> Files, IReadOnlyList<string> Separators)
{
    /// <summary>Letters of a field that is far too long; such ones take most of a fuzzer's time.</summary>
    public int AbsurdLength { get; init; } = 1_000_000;

    public override string ToString() => Name;
}

/// <summary>A file's bytes as text of one letter a byte, so that any mutation of letters is one of bytes.</summary>
internal sealed record RawText(string Name, string Text)
{
    public byte[] Bytes => Encoding.Latin1.GetBytes(Text);

    /// <summary>Text that is to be read in this encoding.</summary>
    public static RawText Of(string name, string text, Encoding encoding) =>
        new(name, Encoding.Latin1.GetString(encoding.GetBytes(text)));
}
