using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Matinee.Tests;

/// <summary>Zips in the shape of GroupLens's, with made-up contents.</summary>
public static class SampleZip
{
    /// <summary>About 120 kB, so that a transfer takes several reads.</summary>
    public static byte[] MovieLens { get; } =
        Of(
            ("ml-latest-small/", ""),
            ("ml-latest-small/ratings.csv", "userId,movieId,rating,timestamp\n" + Noise(200_000)),
            ("ml-latest-small/README.txt", "made up\n")
        );

    public static byte[] Of(params (string Name, string Text)[] entries) =>
        Build(zip =>
        {
            foreach ((string name, string text) in entries)
            {
                using Stream stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.ASCII.GetBytes(text));
            }
        });

    public static byte[] Build(Action<ZipArchive> fill)
    {
        var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return buffer.ToArray();
    }

    [SuppressMessage("Security", "CA5351", Justification = "MD5 is what GroupLens publishes.")]
    public static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));

    private static string Noise(int length)
    {
        var random = new Core.Numerics.CounterRandom(1, 1);
        return string.Create(
            length,
            random,
            static (span, source) =>
            {
                for (int n = 0; n < span.Length; n++)
                {
                    span[n] = (char)('0' + (source.Bits(n) & 31));
                }
            }
        );
    }
}
