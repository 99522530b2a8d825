using Matinee.Core;

namespace Matinee.Text.Caching;

/// <summary>
/// Vectors on disk, so that a text is encoded once. One file per encoder, named after its fingerprint. Processes may share
/// a cache, and one that is killed costs what it had not yet written.
/// </summary>
/// <param name="folder">Made when needed; <see cref="CacheFolder.Default"/> for what all commands share.</param>
public sealed class EmbeddingCache(string folder)
{
    /// <summary>Written together. About ten seconds of encoding: what a killed run loses at most.</summary>
    internal int TextsPerWrite { get; init; } = 4096;

    /// <param name="progress">Told after every <see cref="TextsPerWrite"/> texts that had to be encoded.</param>
    /// <exception cref="MatineeException">The folder can't be read or written, or the encoder failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was encoded till then is kept.</exception>
    public CachedEncoding Encode(
        ITextEncoder encoder,
        IReadOnlyList<string> texts,
        TextRole role,
        IProgress<EncodingProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        if (texts.Count == 0)
        {
            return new CachedEncoding(encoder.Encode(texts, role, cancellation), 0, 0);
        }

        string path = Path.Combine(folder, "embeddings", $"{encoder.Fingerprint}.vectors");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return Encode(new VectorFile(path), encoder, texts, role, progress, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new MatineeException(
                $"The embedding cache {path} can't be used: {exception.Message} "
                    + $"Make room or give access, or name another folder in the variable {CacheFolder.Variable}.",
                exception
            );
        }
    }

    private CachedEncoding Encode(
        VectorFile file,
        ITextEncoder encoder,
        IReadOnlyList<string> texts,
        TextRole role,
        IProgress<EncodingProgress>? progress,
        CancellationToken cancellation
    )
    {
        var rowByKey = new Dictionary<TextKey, int>();
        var distinct = new List<string>();
        var rows = new int[texts.Count];
        for (int n = 0; n < rows.Length; n++)
        {
            var key = TextKey.Of(texts[n], role);
            if (!rowByKey.TryGetValue(key, out rows[n]))
            {
                rowByKey.Add(key, rows[n] = distinct.Count);
                distinct.Add(texts[n]);
            }
        }

        int? stored = file.ReadDimensions();
        // Asked only where the file can't tell: it loads the model.
        int dimensions = stored ?? encoder.Dimensions;
        var values = new float[distinct.Count * dimensions];
        HashSet<TextKey> found = stored is null ? [] : file.Read(rowByKey, dimensions, values);
        int encoded = 0;
        foreach (
            KeyValuePair<TextKey, int>[] chunk in rowByKey.Where(text => !found.Contains(text.Key)).Chunk(TextsPerWrite)
        )
        {
            TextVectors vectors = encoder.Encode([.. chunk.Select(text => distinct[text.Value])], role, cancellation);
            file.Append([.. chunk.Select(text => text.Key)], vectors, cancellation);
            for (int n = 0; n < chunk.Length; n++)
            {
                vectors[n].CopyTo(values.AsSpan(chunk[n].Value * dimensions));
            }

            encoded += chunk.Length;
            progress?.Report(new EncodingProgress(encoded, distinct.Count - found.Count));
        }

        return new CachedEncoding(Expand(values, dimensions, rows), found.Count, distinct.Count - found.Count);
    }

    private static TextVectors Expand(float[] values, int dimensions, int[] rows)
    {
        var expanded = new float[rows.Length * dimensions];
        for (int n = 0; n < rows.Length; n++)
        {
            values.AsSpan(rows[n] * dimensions, dimensions).CopyTo(expanded.AsSpan(n * dimensions));
        }

        return new TextVectors(expanded, dimensions);
    }
}
