using System.Runtime.InteropServices;

namespace Matinee.Text.Onnx;

/// <summary>
/// An ONNX model to rewrite: its operations in order, and its constants
/// (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto has the messages and the numbers of their fields).
/// </summary>
internal sealed class OnnxGraph
{
    private const int ModelGraph = 7;
    private const int ModelOpsets = 8;
    private const int GraphNodes = 1;
    private const int GraphTensors = 5;
    private const int GraphOutputs = 12;
    private const int OutputName = 1;
    private const int OpsetDomain = 1;
    private const int OpsetVersion = 2;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly ProtoMessage model;
    private readonly ProtoMessage graph;
    private readonly Dictionary<string, OnnxTensor> tensors;

    /// <exception cref="InvalidDataException">It is no ONNX model.</exception>
    public OnnxGraph(ReadOnlyMemory<byte> bytes)
    {
        this.bytes = bytes;
        model = ProtoMessage.Parse(bytes);
        graph = model.Messages(ModelGraph).FirstOrDefault() ?? throw new InvalidDataException("it has no graph in it");
        tensors = graph
            .Contents(GraphTensors)
            .Select(OnnxTensor.Parse)
            .DistinctBy(tensor => tensor.Name)
            .ToDictionary(tensor => tensor.Name);
        Nodes = [.. graph.Messages(GraphNodes).Select(node => new OnnxNode(node))];
    }

    /// <summary>Operations, each behind those whose outputs it takes.</summary>
    public List<OnnxNode> Nodes { get; }

    /// <summary>The version of ONNX's own operations that it is written in.</summary>
    public long Opset =>
        model
            .Messages(ModelOpsets)
            .Where(opset => opset.Text(OpsetDomain) is "" or "ai.onnx")
            .SelectMany(opset => opset.Numbers(OpsetVersion))
            .FirstOrDefault();

    /// <returns>Null where the name is no constant's.</returns>
    public OnnxTensor? Tensor(string name) => tensors.GetValueOrDefault(name);

    /// <returns>The tensor's name.</returns>
    public string Add(OnnxTensor tensor)
    {
        tensors.Add(tensor.Name, tensor);
        return tensor.Name;
    }

    public string Add<T>(string name, OnnxType type, ReadOnlySpan<int> shape, T[] values)
        where T : unmanaged => Add(new OnnxTensor(name, type, [.. shape], MemoryMarshal.AsBytes<T>(values).ToArray()));

    /// <returns>The model as it was read, with these values among its outputs.</returns>
    public byte[] WithOutputs(IEnumerable<string> values)
    {
        var outputs = new ProtoMessage();
        foreach (string value in values)
        {
            outputs.Add(GraphOutputs, new ProtoMessage().Add(OutputName, value));
        }

        // One message behind the other is both in one, and so are the graphs in them: protobuf's rule.
        byte[] more = new ProtoMessage().Add(ModelGraph, outputs).ToBytes();
        byte[] both = GC.AllocateUninitializedArray<byte>(bytes.Length + more.Length);
        bytes.CopyTo(both);
        more.CopyTo(both, bytes.Length);
        return both;
    }

    /// <param name="domain">Of operations that are none of ONNX's own.</param>
    /// <returns>The model as it has become, without constants that nothing takes any more.</returns>
    public byte[] ToBytes(string domain)
    {
        graph.RemoveAll(GraphNodes);
        graph.RemoveAll(GraphTensors);
        foreach (OnnxNode node in Nodes)
        {
            graph.Add(GraphNodes, node.Message);
        }

        var taken = Nodes.SelectMany(node => node.Inputs).ToHashSet();
        foreach (OnnxTensor tensor in tensors.Values.Where(tensor => taken.Contains(tensor.Name)))
        {
            graph.Add(GraphTensors, tensor.ToBytes());
        }

        model.RemoveAll(ModelGraph);
        if (model.Messages(ModelOpsets).All(opset => opset.Text(OpsetDomain) != domain))
        {
            model.Add(ModelOpsets, new ProtoMessage().Add(OpsetDomain, domain).Add(OpsetVersion, 1));
        }

        return model.Add(ModelGraph, graph).ToBytes();
    }
}
