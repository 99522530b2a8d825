using Matinee.Core;
using Matinee.Core.Texts;
using Matinee.Text.Int8;
using Matinee.Text.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace Matinee.Text;

/// <summary>
/// A sentence encoder on the processor through ONNX Runtime. Model and vocabulary are loaded when first needed, so that a
/// run whose texts are all in the cache pays for neither.
/// </summary>
public sealed class OnnxTextEncoder : ITextEncoder, IDisposable
{
    private readonly TextEncoderOptions options;
    private readonly Lazy<string> fingerprint;
    private readonly Lazy<WordPieces> wordPieces;
    private readonly Lazy<OnnxModel> model;

    /// <exception cref="MatineeException">A file is missing or an option out of range.</exception>
    public OnnxTextEncoder(TextEncoderOptions options)
    {
        this.options = options.Validate();
        fingerprint = new(() => EncoderFingerprint.Of(options));
        wordPieces = new(() => new WordPieces(options.VocabPath, options.Uncased));
        model = new(() => options.Precision == TextPrecision.Int8 ? OpenInt8() : new OnnxModel(options.ModelPath));
    }

    public string Fingerprint => fingerprint.Value;

    /// <inheritdoc/>
    /// <exception cref="MatineeException">The model file is damaged or of another kind.</exception>
    public int Dimensions => model.Value.Dimensions;

    /// <inheritdoc/>
    /// <exception cref="MatineeException">The model or the vocabulary is damaged or of another kind.</exception>
    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default)
    {
        string prefix = role == TextRole.Query ? options.QueryPrefix : options.DocumentPrefix;
        long[][] tokens = [.. texts.Select(text => wordPieces.Value.Encode(prefix + text, options.MaxTokens))];
        int dimensions = Dimensions;
        var values = new float[texts.Count * dimensions];
        // Threads take whole batches: one operation of so small a model is too little work to share.
        Parallel.ForEach(
            Batches.Of(tokens),
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            batch => Encode(batch, tokens, values)
        );
        return new TextVectors(values, dimensions);
    }

    public void Dispose()
    {
        if (model.IsValueCreated)
        {
            model.Value.Dispose();
        }
    }

    private OnnxModel OpenInt8()
    {
        long[][] texts =
        [
            .. CalibrationTexts.All.Select(text =>
                wordPieces.Value.Encode(options.DocumentPrefix + text, options.MaxTokens)
            ),
        ];
        byte[] bytes = Int8Rewrite.Of(options.ModelPath, texts, DotProducts.SignedWeightsAreExact);
        return new OnnxModel(bytes, options.ModelPath);
    }

    private void Encode(int[] batch, long[][] tokens, float[] values)
    {
        int dimensions = Dimensions;
        int width = batch.Max(text => tokens[text].Length);
        using OrtValue output = model.Value.Run([.. batch.Select(text => tokens[text])], width);
        ReadOnlySpan<float> vectors = output.GetTensorDataAsSpan<float>();
        for (int row = 0; row < batch.Length; row++)
        {
            int text = batch[row];
            Pooling.Pool(
                vectors.Slice(row * width * dimensions, tokens[text].Length * dimensions),
                options.Pooling,
                values.AsSpan(text * dimensions, dimensions)
            );
        }
    }
}
