using Matinee.Text.Onnx;

namespace Matinee.Text.Tests.Int8;

/// <summary>An encoder of one layer, normalised embeddings times a matrix, written to a temporary file.</summary>
internal sealed class TinyModel : IDisposable
{
    public const int Words = 50;
    public const int Channels = 64;
    private const int Columns = 48;
    private const int FloatType = 1;
    private const int IntType = 7;

    /// <param name="opset">From 17 on, the normalisation is one operation.</param>
    public TinyModel(int opset)
    {
        var random = new Random(opset);
        // One channel far larger than the others, as BERT has them.
        float[] gain = [.. Enumerable.Range(0, Channels).Select(channel => channel == 7 ? 30f : 1f)];
        ProtoMessage graph = new ProtoMessage()
            .Add(2, "tiny")
            .Add(5, Floats("words", [Words, Channels], Normal(Words * Channels)))
            .Add(5, Floats("gain", [Channels], gain))
            .Add(5, Floats("bias", [Channels], Normal(Channels)))
            .Add(5, Floats("weights", [Channels, Columns], Normal(Channels * Columns)))
            .Add(11, Value("input_ids", IntType, "texts", "tokens"))
            .Add(11, Value("attention_mask", IntType, "texts", "tokens"))
            .Add(12, Value("vectors", FloatType, "texts", "tokens", Columns))
            .Add(1, new OnnxNode("Gather", ["words", "input_ids"], "embedded").Message);
        if (opset >= 17)
        {
            graph.Add(1, new OnnxNode("LayerNormalization", ["embedded", "gain", "bias"], "normal").Message);
        }
        else
        {
            graph.Add(1, new OnnxNode("Mul", ["embedded", "gain"], "scaled").Message);
            graph.Add(1, new OnnxNode("Add", ["bias", "scaled"], "normal").Message);
        }

        graph.Add(1, new OnnxNode("MatMul", ["normal", "weights"], "vectors").Message);
        byte[] bytes = new ProtoMessage()
            .Add(1, 8)
            .Add(8, new ProtoMessage().Add(1, "").Add(2, opset))
            .Add(7, graph)
            .ToBytes();
        File.WriteAllBytes(Path, bytes);

        float[] Normal(int count) =>
            [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() + random.NextDouble() - 1))];
    }

    public string Path { get; } = System.IO.Path.GetTempFileName();

    public void Dispose() => File.Delete(Path);

    private static ReadOnlyMemory<byte> Floats(string name, int[] shape, float[] values) =>
        new OnnxTensor(name, OnnxType.Float, shape, values.SelectMany(BitConverter.GetBytes).ToArray()).ToBytes();

    // Named dimensions, and fixed ones.
    private static ProtoMessage Value(string name, int type, params object[] shape)
    {
        var dimensions = new ProtoMessage();
        foreach (object length in shape)
        {
            dimensions.Add(
                1,
                length is int number ? new ProtoMessage().Add(1, number) : new ProtoMessage().Add(2, (string)length)
            );
        }

        ProtoMessage tensor = new ProtoMessage().Add(1, type).Add(2, dimensions);
        return new ProtoMessage().Add(1, name).Add(2, new ProtoMessage().Add(1, tensor));
    }
}
