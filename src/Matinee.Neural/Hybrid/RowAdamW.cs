using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// AdamW (Loshchilov and Hutter 2019) that touches only the rows a step used: a step costs what its batch costs, however
/// many users and movies there are. Rows that rest keep their moments, as in lazy Adam.
/// </summary>
internal sealed class RowAdamW(double maxGradNorm)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    /// <summary>Steps taken; part of a checkpoint.</summary>
    public long Steps { get; set; }

    /// <param name="scale">Share of every group's peak learning rate, 0 to 1.</param>
    public void Step(IReadOnlyList<StepLeaf> leaves, double scale)
    {
        using var noGradients = no_grad();
        using var scope = NewDisposeScope();
        Steps++;
        var moving = leaves.Where(leaf => leaf.Leaf.grad is not null).ToList();
        double clip = Clip(moving);
        double correction1 = 1 - Math.Pow(Beta1, Steps);
        double correction2 = 1 - Math.Pow(Beta2, Steps);
        foreach (StepLeaf leaf in moving)
        {
            Parameter parameter = leaf.Parameter;
            double rate = scale * parameter.Group.LearningRate;
            Tensor gradient = leaf.Leaf.grad! * clip;
            Tensor first = leaf.Select(parameter.FirstMoment).mul(Beta1).add_(gradient, 1 - Beta1);
            Tensor second = leaf.Select(parameter.SecondMoment).mul(Beta2).addcmul_(gradient, gradient, 1 - Beta2);
            Tensor value = leaf.Leaf.detach().mul(1 - rate * parameter.Group.WeightDecay);
            value.addcdiv_(first, (second / correction2).sqrt_().add_(Epsilon), -rate / correction1);
            leaf.Store(parameter.FirstMoment, first);
            leaf.Store(parameter.SecondMoment, second);
            leaf.Store(parameter.Value, value);
            leaf.Leaf.grad = null;
        }
    }

    private double Clip(List<StepLeaf> leaves)
    {
        Tensor squares = zeros(1, device: leaves[0].Leaf.device);
        foreach (StepLeaf leaf in leaves)
        {
            squares.add_(leaf.Leaf.grad!.square().sum());
        }

        double norm = Math.Sqrt(squares.item<float>());
        return norm > maxGradNorm ? maxGradNorm / norm : 1;
    }
}

/// <summary>What a step differentiates by: a parameter, or the rows of it that the step uses.</summary>
internal sealed class StepLeaf
{
    private readonly Tensor? rows;

    public StepLeaf(Parameter parameter, Tensor? rows, bool training)
    {
        Parameter = parameter;
        this.rows = rows;
        Leaf = Select(parameter.Value).detach();
        Leaf.requires_grad_(training && parameter.Group.LearningRate > 0);
    }

    public Parameter Parameter { get; }
    public Tensor Leaf { get; }

    public Tensor Select(Tensor whole) => rows is null ? whole.alias() : whole.index_select(0, rows);

    public void Store(Tensor whole, Tensor part)
    {
        if (rows is null)
        {
            whole.copy_(part);
        }
        else
        {
            whole.index_copy_(0, rows, part);
        }
    }
}
