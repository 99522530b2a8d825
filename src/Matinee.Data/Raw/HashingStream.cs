using System.Security.Cryptography;

namespace Matinee.Data.Raw;

/// <summary>
/// Reads through to another stream and keeps the SHA-256 of what passed, so that no file is read twice. It owns neither:
/// a parser that disposes it leaves both usable.
/// </summary>
internal sealed class HashingStream(Stream inner, IncrementalHash hash, Action<long> advanced) : ForwardStream
{
    private long passed;

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        hash.AppendData(buffer[..read]);
        passed += read;
        advanced(passed);
        return read;
    }

    /// <summary>Reads what is left and says what the whole was.</summary>
    public SourceFile Finish(string name)
    {
        var rest = new byte[81920];
        while (Read(rest) > 0) { }

        return new SourceFile(name, passed, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
