namespace Matinee.Text.Tests;

/// <summary>Encoders that tests share: loading a model takes longer than what most of them compute.</summary>
internal static class Encoders
{
    public static TextEncoderOptions ArcticXsOptions { get; } =
        new()
        {
            ModelPath = Model("snowflake-arctic-embed-xs", "model.onnx"),
            VocabPath = Model("snowflake-arctic-embed-xs", "vocab.txt"),
            Pooling = TextPooling.Cls,
            QueryPrefix = "Represent this sentence for searching relevant passages: ",
            MaxTokens = 512,
        };

    public static OnnxTextEncoder MiniLm { get; } = new(new TextEncoderOptions());

    public static OnnxTextEncoder ArcticXs { get; } = new(ArcticXsOptions);

    private static string Model(string name, string file) =>
        Path.Combine(AppContext.BaseDirectory, "models", name, file);
}
