using Matinee.Core;
using Matinee.Core.Models;
using Matinee.Core.Texts;

namespace Matinee.Text;

/// <summary>How a text's vector is made of its tokens' vectors.</summary>
public enum TextPooling
{
    /// <summary>Their mean, [CLS] and [SEP] included (Reimers and Gurevych 2019).</summary>
    Mean,

    /// <summary>The first token's, [CLS].</summary>
    Cls,
}

/// <summary>
/// A BERT-like sentence encoder in ONNX, and how it wants to be used: its inputs are <c>input_ids</c>,
/// <c>attention_mask</c> and, where it has them, <c>token_type_ids</c>; its first output is [texts, tokens, dimensions].
/// </summary>
public sealed record TextEncoderOptions
{
    /// <summary>The longest text that BERT knows positions for.</summary>
    private const int MostTokens = 512;

    /// <summary>The <c>.onnx</c> file. Default: all-MiniLM-L6-v2, which comes with Matinee.</summary>
    public string ModelPath { get; init; } = Packaged("model.onnx");

    /// <summary>The WordPiece vocabulary, a token per line. Default: that of all-MiniLM-L6-v2.</summary>
    public string VocabPath { get; init; } = Packaged("vocab.txt");

    /// <summary>Default <see cref="TextPooling.Mean"/>.</summary>
    public TextPooling Pooling { get; init; } = TextPooling.Mean;

    /// <summary>Put before every <see cref="TextRole.Query"/>. Default none.</summary>
    public string QueryPrefix { get; init; } = "";

    /// <summary>Put before every <see cref="TextRole.Document"/>. Default none.</summary>
    public string DocumentPrefix { get; init; } = "";

    /// <summary>Tokens after which a text is cut, [CLS] and [SEP] included, 3 to 512. Default 256, as all-MiniLM-L6-v2 was published.</summary>
    public int MaxTokens { get; init; } = 256;

    /// <summary>Whether the vocabulary knows lower case without accents only. Default true.</summary>
    public bool Uncased { get; init; } = true;

    /// <summary>
    /// Default <see cref="TextPrecision.Full"/>; <see cref="TextPrecision.Int8"/> takes about half the time, for vectors whose cosine with
    /// the full ones is 0.999 on average.
    /// </summary>
    public TextPrecision Precision { get; init; } = TextPrecision.Full;

    /// <summary>Batches computed at once, 1 to 256. Default: the processors of the machine. Does not change a vector.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <exception cref="MatineeException">A value is out of range, or a file is missing.</exception>
    public TextEncoderOptions Validate()
    {
        OptionRules.Between(MaxTokens, 3, MostTokens, nameof(MaxTokens));
        OptionRules.Between(Threads, 1, 256, nameof(Threads));
        Require(ModelPath, "text model");
        Require(VocabPath, "vocabulary of the text model");
        return this;
    }

    private static string Packaged(string file) =>
        Path.Combine(AppContext.BaseDirectory, "models", "all-MiniLM-L6-v2", file);

    private static void Require(string path, string what)
    {
        if (!File.Exists(path))
        {
            throw new MatineeException(
                $"There is no {what} at {path}. Check the path, or build Matinee again if it is its own."
            );
        }
    }
}
