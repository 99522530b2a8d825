using Matinee.Text.Onnx;

namespace Matinee.Text.Int8;

/// <summary>A product of what comes in with a constant matrix, [.., rows] · [rows, columns].</summary>
/// <param name="Weights">Row-major.</param>
internal sealed record WeightProduct(OnnxNode Node, string Input, OnnxTensor Weights)
{
    public int Rows => Weights.Shape[0];
    public int Columns => Weights.Shape[1];

    /// <returns>All of them in the graph: nearly all the work of a BERT.</returns>
    public static List<WeightProduct> Of(OnnxGraph graph) =>
        [
            .. from node in graph.Nodes
            where node is { Operation: "MatMul", Inputs.Count: 2 }
            let weights = graph.Tensor(node.Inputs[1])
            where weights is { IsFloatMatrix: true }
            select new WeightProduct(node, node.Inputs[0], weights),
        ];
}
