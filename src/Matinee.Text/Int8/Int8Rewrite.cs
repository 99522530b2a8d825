using Matinee.Core;
using Matinee.Text.Onnx;

namespace Matinee.Text.Int8;

/// <summary>
/// A model whose products with constant matrices are computed in 8 bits. Every token has a step of its own, the 127th of its largest
/// channel, so that a text's vector does not depend on the texts beside it; every column of the weights has one, too.
/// </summary>
internal sealed class Int8Rewrite
{
    private const string Domain = "com.microsoft";
    private const string Prefix = "int8/";

    // From here on, the axes of a maximum are an input.
    private const int AxesAsInputOpset = 18;

    private const byte ZeroPoint = 128;

    private readonly OnnxGraph graph;
    private readonly IReadOnlyDictionary<string, float[]> scales;
    private readonly bool signed;
    private readonly Dictionary<string, (string Bytes, string Steps)> inputs = [];
    private readonly List<OnnxNode> nodes = [];
    private readonly string one;
    private readonly string perStep;
    private readonly string smallest;
    private readonly string zeroPoint;
    private readonly string zeroPoints;
    private readonly string weightZero;
    private readonly string flat;
    private readonly string last;

    private Int8Rewrite(OnnxGraph graph, IReadOnlyDictionary<string, float[]> scales, bool signed)
    {
        this.graph = graph;
        this.scales = scales;
        this.signed = signed;
        one = graph.Add($"{Prefix}one", OnnxType.Float, [], [1f]);
        perStep = graph.Add($"{Prefix}per step", OnnxType.Float, [], [1f / sbyte.MaxValue]);
        // Of a token that is zero throughout.
        smallest = graph.Add($"{Prefix}smallest", OnnxType.Float, [], [1e-30f]);
        zeroPoint = graph.Add($"{Prefix}zero", OnnxType.UInt8, [], [ZeroPoint]);
        zeroPoints = graph.Add($"{Prefix}zeros", OnnxType.UInt8, [1], [ZeroPoint]);
        weightZero = signed
            ? graph.Add($"{Prefix}weight zero", OnnxType.Int8, [], [(sbyte)0])
            : graph.Add($"{Prefix}weight zero", OnnxType.UInt8, [], [ZeroPoint]);
        flat = graph.Add($"{Prefix}flat", OnnxType.Int64, [1], [-1L]);
        last = graph.Add($"{Prefix}last", OnnxType.Int64, [1], [-1L]);
    }

    /// <param name="path">Where the model is from, for errors.</param>
    /// <param name="texts">Token numbers of a few texts, to measure the model with.</param>
    /// <param name="signed">Whether weights are stored signed: <see cref="DotProducts.SignedWeightsAreExact"/>. Changes no sum.</param>
    /// <exception cref="MatineeException">The model can't be read, or has nothing to gain.</exception>
    public static byte[] Of(string path, IReadOnlyList<long[]> texts, bool signed)
    {
        OnnxGraph graph = Read(path);
        List<WeightProduct> products = WeightProduct.Of(graph);
        if (products.Count == 0)
        {
            throw new MatineeException(
                $"{path} can't be computed in int8: it has no products with constant matrices of 32-bit floats. "
                    + "It may be quantised already: use full precision."
            );
        }

        Dictionary<string, float[]> scales = ChannelScales.Measure(graph, products, texts, path);
        return new Int8Rewrite(graph, scales, signed).Rewrite(products);
    }

    private static OnnxGraph Read(string path)
    {
        try
        {
            return new OnnxGraph(File.ReadAllBytes(path));
        }
        catch (InvalidDataException exception)
        {
            throw OnnxModel.Unreadable(path, exception);
        }
    }

    private byte[] Rewrite(List<WeightProduct> products)
    {
        Dictionary<OnnxNode, WeightProduct> byNode = products.ToDictionary(product => product.Node);
        foreach (OnnxNode node in graph.Nodes)
        {
            if (byNode.TryGetValue(node, out WeightProduct? product))
            {
                Multiply(product);
            }
            else
            {
                nodes.Add(node);
            }
        }

        graph.Nodes.Clear();
        graph.Nodes.AddRange(nodes);
        return graph.ToBytes(Domain);
    }

    private void Multiply(WeightProduct product)
    {
        float[] weights = product.Weights.Floats();
        string input = product.Input;
        float[]? scale = scales.GetValueOrDefault(input);
        for (int n = 0; scale is not null && n < weights.Length; n++)
        {
            weights[n] *= scale[n / product.Columns];
        }

        if (!inputs.TryGetValue(input, out (string Bytes, string Steps) quantized))
        {
            inputs[input] = quantized = Quantize(input, product.Rows, scale);
        }

        var columns = ColumnWeights.Of(weights, product.Columns);
        string output = product.Node.Outputs[0];
        string numbers = signed
            ? graph.Add($"{Prefix}{output}/weights", OnnxType.Int8, product.Weights.Shape, columns.Numbers)
            : graph.Add(
                $"{Prefix}{output}/weights",
                OnnxType.UInt8,
                product.Weights.Shape,
                Array.ConvertAll(columns.Numbers, number => (byte)(number + ZeroPoint))
            );
        string steps = graph.Add($"{Prefix}{output}/steps", OnnxType.Float, [product.Columns], columns.Steps);
        string whole = Apply(
            output,
            "MatMulIntegerToFloat",
            [quantized.Bytes, numbers, one, steps, zeroPoint, weightZero],
            Domain
        );
        nodes.Add(new OnnxNode("Mul", [whole, quantized.Steps], output));
    }

    /// <returns>Names of the input's bytes, shaped as it is, and of its steps, [.., 1].</returns>
    private (string Bytes, string Steps) Quantize(string input, int channels, float[]? scale)
    {
        string values = input;
        if (scale is not null)
        {
            float[] factors = Array.ConvertAll(scale, value => 1 / value);
            string by = graph.Add($"{Prefix}{input}/factors", OnnxType.Float, [channels], factors);
            values = Apply(input, "Mul", [input, by]);
        }

        string steps = Apply(input, "Mul", [Largest(input, Apply(input, "Abs", [values])), perStep]);
        steps = Apply(input, "Max", [steps, smallest]);
        // Steps along an axis are for a matrix: a row per token.
        string rows = graph.Add($"{Prefix}{input}/rows", OnnxType.Int64, [2], [-1L, channels]);
        string tokens = Apply(input, "Reshape", [values, rows]);
        string stepOfToken = Apply(input, "Reshape", [steps, flat]);
        string zeros = Apply(input, "Expand", [zeroPoints, Apply(input, "Shape", [stepOfToken])]);
        // This domain's, because ONNX's own has an axis from version 13 on only.
        var quantize = new OnnxNode("QuantizeLinear", [tokens, stepOfToken, zeros], NextName(input), Domain);
        nodes.Add(quantize.With("axis", 0));
        string bytes = Apply(input, "Reshape", [quantize.Outputs[0], Apply(input, "Shape", [values])]);
        return (bytes, steps);
    }

    private string Largest(string input, string magnitudes)
    {
        string output = NextName(input);
        nodes.Add(
            graph.Opset >= AxesAsInputOpset
                ? new OnnxNode("ReduceMax", [magnitudes, last], output)
                : new OnnxNode("ReduceMax", [magnitudes], output).WithList("axes", -1)
        );
        return output;
    }

    private string Apply(string of, string operation, string[] operands, string domain = "")
    {
        string output = NextName(of);
        nodes.Add(new OnnxNode(operation, operands, output, domain));
        return output;
    }

    private string NextName(string of) => $"{Prefix}{of}/{nodes.Count}";
}
