using System.Text;

namespace Matinee.Data.Raw;

/// <summary>UTF-8 where a file is that, else Latin-1: copies of the older MovieLens sets come in both.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Reads the file to tell.</summary>
    public static Encoding Of(RawFile file)
    {
        using Stream stream = file.Open();
        Decoder decoder = Strict.GetDecoder();
        var bytes = new byte[1 << 16];
        var letters = new char[Strict.GetMaxCharCount(bytes.Length)];
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, read), letters, flush: read == 0);
            } while (read > 0);

            return Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1;
        }
    }
}
