using System.Numerics.Tensors;
using Matinee.Text.Onnx;
using Microsoft.ML.OnnxRuntime;

namespace Matinee.Text.Int8;

/// <summary>
/// What a product's input is divided by, channel for channel, and its weights multiplied by, so that a few large channels don't leave
/// the others too few of the 255 steps: max|input|^α / max|weights|^(1-α), measured on a few texts (Xiao et al. 2023, SmoothQuant).
/// Powers of two, so that machines whose last digits differ arrive at the same model.
/// </summary>
internal static class ChannelScales
{
    // Of 0.4 to 1, what kept vectors nearest.
    private const float Alpha = 0.6f;
    private const float Smallest = 1e-3f;

    /// <returns>
    /// Per name of an input, one per channel. Only outputs of layer normalisations have any: their large channels are the same ones in
    /// every text.
    /// </returns>
    public static Dictionary<string, float[]> Measure(
        OnnxGraph graph,
        IReadOnlyList<WeightProduct> products,
        IReadOnlyList<long[]> texts,
        string modelPath
    )
    {
        ILookup<string, WeightProduct> byInput = products.ToLookup(product => product.Input);
        string[] inputs = [.. byInput.Select(group => group.Key).Where(name => IsNormalized(graph, name))];
        if (inputs.Length == 0)
        {
            return [];
        }

        var largest = inputs.ToDictionary(name => name, name => new float[byInput[name].First().Rows]);
        using var model = new OnnxModel(graph.WithOutputs(inputs), modelPath);
        foreach (long[] text in texts)
        {
            using IDisposableReadOnlyCollection<OrtValue> values = model.Run([text], text.Length, inputs);
            for (int n = 0; n < inputs.Length; n++)
            {
                Widen(largest[inputs[n]], values[n].GetTensorDataAsSpan<float>());
            }
        }

        return inputs.ToDictionary(name => name, name => Of(largest[name], byInput[name]));
    }

    private static float[] Of(float[] inputs, IEnumerable<WeightProduct> products)
    {
        var weights = new float[inputs.Length];
        foreach (WeightProduct product in products)
        {
            ReadOnlySpan<float> values = product.Weights.Floats();
            for (int row = 0; row < weights.Length; row++)
            {
                ReadOnlySpan<float> ofRow = values.Slice(row * product.Columns, product.Columns);
                weights[row] = Math.Max(weights[row], Math.Abs(TensorPrimitives.MaxMagnitude(ofRow)));
            }
        }

        return [.. inputs.Zip(weights, Of)];
    }

    private static float Of(float input, float weight)
    {
        float scale = MathF.Pow(Math.Max(input, Smallest), Alpha) / MathF.Pow(Math.Max(weight, Smallest), 1 - Alpha);
        return MathF.ScaleB(1, (int)MathF.Round(MathF.Log2(scale)));
    }

    private static void Widen(Span<float> largest, ReadOnlySpan<float> tokens)
    {
        for (int start = 0; start < tokens.Length; start += largest.Length)
        {
            TensorPrimitives.MaxMagnitude(largest, tokens.Slice(start, largest.Length), largest);
        }

        TensorPrimitives.Abs(largest, largest);
    }

    // As one operation, or as what older exports spell it out to: .. · weight + bias.
    private static bool IsNormalized(OnnxGraph graph, string value) =>
        Producer(graph, value) switch
        {
            { Operation: "LayerNormalization" } => true,
            { Operation: "Add" } add => Vector(graph, add) is { } sum
                && Producer(graph, sum) is { Operation: "Mul" } product
                && Vector(graph, product) is not null,
            _ => false,
        };

    // The other input of an operation on a constant vector.
    private static string? Vector(OnnxGraph graph, OnnxNode node)
    {
        string[] others = [.. node.Inputs.Where(input => graph.Tensor(input) is not { Shape.Length: 1 })];
        return node.Inputs.Count == 2 && others.Length == 1 ? others[0] : null;
    }

    private static OnnxNode? Producer(OnnxGraph graph, string value) =>
        graph.Nodes.Find(node => node.Outputs.Contains(value));
}
