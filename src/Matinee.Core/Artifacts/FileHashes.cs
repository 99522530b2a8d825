using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Matinee.Core.Artifacts;

/// <summary>SHA-256 of files, in lower-case hexadecimal.</summary>
public static class FileHashes
{
    // Large enough that calls cost nothing, small enough that the bytes are in the processor's cache when they are hashed.
    private const int PieceBytes = 256 << 10;

    public static string Sha256(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceBytes);
        long offset = 0;
        while (RandomAccess.Read(file, piece, offset) is > 0 and int read)
        {
            hash.AppendData(piece, 0, read);
            offset += read;
        }

        ArrayPool<byte>.Shared.Return(piece);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Every file below a folder by its relative path with forward slashes, but those named.</summary>
    public static SortedDictionary<string, string> OfFolder(string folder, params ReadOnlySpan<string> except)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!except.Contains(name))
            {
                hashes[name] = Sha256(path);
            }
        }

        return hashes;
    }

    /// <summary>Fails where a listed file is missing or differs.</summary>
    /// <param name="isOptional">Whether a file of this name may be missing.</param>
    /// <param name="remedy">What to do about it, a sentence.</param>
    public static void Check(
        string folder,
        IEnumerable<KeyValuePair<string, string>> hashes,
        Predicate<string> isOptional,
        string remedy
    )
    {
        foreach ((string name, string expected) in hashes)
        {
            string path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                if (isOptional(name))
                {
                    continue;
                }

                throw new MatineeException($"{path} is missing, though {folder}/manifest.json lists it. {remedy}");
            }

            if (Sha256(path) != expected)
            {
                throw new MatineeException(
                    $"{path} was changed or damaged: its SHA-256 is not the manifest's. {remedy}"
                );
            }
        }
    }
}
