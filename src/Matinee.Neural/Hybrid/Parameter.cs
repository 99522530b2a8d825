using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>One trained tensor with its optimiser state and how it is trained.</summary>
internal sealed class Parameter(string name, Tensor value, ParameterGroup group) : IDisposable
{
    public string Name => name;
    public ParameterGroup Group => group;
    public Tensor Value { get; private set; } = value.DetachFromDisposeScope();
    public Tensor FirstMoment { get; private set; } = zeros_like(value).DetachFromDisposeScope();
    public Tensor SecondMoment { get; private set; } = zeros_like(value).DetachFromDisposeScope();

    /// <summary>The value at the best epoch; null before there is one.</summary>
    public Tensor? Kept { get; private set; }

    public void Keep()
    {
        using var noGradients = no_grad();
        Kept ??= zeros_like(Value).DetachFromDisposeScope();
        Kept.copy_(Value);
    }

    public void ReturnToKept()
    {
        using var noGradients = no_grad();
        if (Kept is not null)
        {
            Value.copy_(Kept);
        }
    }

    public void MoveTo(Device device)
    {
        Value = value.to(device).DetachFromDisposeScope();
        FirstMoment = FirstMoment.to(device).DetachFromDisposeScope();
        SecondMoment = SecondMoment.to(device).DetachFromDisposeScope();
    }

    public void Dispose()
    {
        Value.Dispose();
        FirstMoment.Dispose();
        SecondMoment.Dispose();
        Kept?.Dispose();
    }
}

/// <param name="LearningRate">Peak rate; 0 keeps the tensor as it is.</param>
/// <param name="WeightDecay">Decoupled decay per step, in units of the rate (Loshchilov and Hutter 2019).</param>
/// <param name="Rows">Whether rows belong to movies or users, so that a step touches only the rows it uses.</param>
internal sealed record ParameterGroup(double LearningRate, double WeightDecay, RowKind Rows = RowKind.None);

internal enum RowKind
{
    None,
    Items,
    Users,
}
