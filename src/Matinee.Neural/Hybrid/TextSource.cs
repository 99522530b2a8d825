using System.Globalization;
using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Models.Hybrid;
using Matinee.Text;
using Matinee.Text.Caching;

namespace Matinee.Neural.Hybrid;

/// <summary>Sentence vectors by the options' encoder, from the cache where they are known.</summary>
internal static class TextSource
{
    public const string PackagedName = "all-MiniLM-L6-v2";

    // As many as a cache writes together.
    private const int TextsAtOnce = 4096;

    public static TextVectors Encode(string[] texts, HybridOptions options, TrainingContext context)
    {
        context.Report("encoding texts", 0);
        using var encoder = new OnnxTextEncoder(Encoder(options) with { Threads = context.MaxThreads });
        if (encoder.Dimensions != options.EmbeddingDim)
        {
            throw new MatineeException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"embedding_dim is {options.EmbeddingDim}; the encoder '{options.ModelName}' gives {encoder.Dimensions} numbers per text. Set embedding_dim to {encoder.Dimensions}."
                )
            );
        }

        if (!options.UseCachedEmbeddings)
        {
            TextVectors vectors = WithoutCache(texts, encoder, context);
            context.Tell(
                TrainingFact.Texts,
                string.Create(CultureInfo.InvariantCulture, $"{vectors.Count:N0} encoded without a cache")
            );
            return vectors;
        }

        CachedEncoding encoding = new EmbeddingCache(CacheFolder.Default).Encode(
            encoder,
            texts,
            TextRole.Document,
            new EncodingReport(context),
            context.Cancellation
        );
        context.Tell(
            TrainingFact.Texts,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{encoding.Hits:N0} from the cache, {encoding.Misses:N0} encoded"
            )
        );
        return encoding.Vectors;
    }

    private static TextVectors WithoutCache(string[] texts, OnnxTextEncoder encoder, TrainingContext context)
    {
        var report = new EncodingReport(context);
        var values = new float[texts.Length * encoder.Dimensions];
        for (int start = 0; start < texts.Length; start += TextsAtOnce)
        {
            string[] some = texts[start..Math.Min(start + TextsAtOnce, texts.Length)];
            TextVectors vectors = encoder.Encode(some, TextRole.Document, context.Cancellation);
            vectors.Values.CopyTo(values, start * vectors.Dimensions);
            report.Report(new EncodingProgress(start + some.Length, texts.Length));
        }

        return new TextVectors(values, encoder.Dimensions);
    }

    internal static TextEncoderOptions Encoder(HybridOptions options)
    {
        if (options.ModelName == PackagedName)
        {
            return new TextEncoderOptions { Precision = options.TextPrecision };
        }

        // Hugging Face's layout: the vocabulary lies beside the model.
        string folder = Path.GetDirectoryName(Path.GetFullPath(options.ModelName)) ?? ".";
        return new TextEncoderOptions
        {
            ModelPath = options.ModelName,
            VocabPath = Path.Combine(folder, "vocab.txt"),
            Pooling = options.Pooling == HybridPooling.Cls ? TextPooling.Cls : TextPooling.Mean,
            DocumentPrefix = options.DocumentPrefix,
            Precision = options.TextPrecision,
        };
    }
}
