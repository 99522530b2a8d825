using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// The parameters as one step sees them: of embeddings only the rows of the batch's movies and users. Disposed with the
/// step's scope.
/// </summary>
internal sealed class StepTensors
{
    /// <summary>Keeps batch normalisation from dividing by nothing.</summary>
    public const double NormEpsilon = 1e-5;

    // Below this it is drawn as quickly.
    private const int LargeTensor = 1 << 16;

    private readonly Dictionary<string, StepLeaf> leaves;
    private readonly DropoutBank? bank;

    public StepTensors(HybridParameters parameters, Batch batch, Device device, bool training, DropoutBank? bank = null)
    {
        this.bank = bank;
        Device = device;
        Training = training;
        Items = tensor(batch.Items.Select(item => (long)item).ToArray(), device: device);
        Tensor users = tensor(batch.Users.Select(user => (long)Math.Max(user, 0)).ToArray(), device: device);
        leaves = parameters.All.ToDictionary(
            parameter => parameter.Name,
            parameter => new StepLeaf(
                parameter,
                parameter.Group.Rows switch
                {
                    RowKind.Items => Items,
                    RowKind.Users => users,
                    _ => null,
                },
                training
            )
        );
    }

    public Device Device { get; }

    /// <summary>Whether dropout is on and batch statistics are taken.</summary>
    public bool Training { get; }

    /// <summary>Whether <see cref="Product"/> multiplies 16-bit numbers.</summary>
    public bool Bfloat16 { get; init; }

    /// <summary>The batch's movies in the catalogue.</summary>
    public Tensor Items { get; }

    public IReadOnlyList<StepLeaf> Leaves => [.. leaves.Values];

    public Tensor this[string name] => leaves[name].Leaf;

    public Tensor Indices(long[] values) => tensor(values, device: Device);

    public Tensor Floats(float[] values) => tensor(values, device: Device);

    /// <summary>The matrix product, of bfloat16 numbers summed in 32 bits where the step is to save time.</summary>
    public Tensor Product(Tensor left, Tensor right) =>
        Bfloat16 ? left.bfloat16().mm(right.bfloat16()).to_type(ScalarType.Float32) : left.mm(right);

    public Tensor Dropout(Tensor values, double share)
    {
        if (!Training || share <= 0)
        {
            return values;
        }

        return bank is not null && values.numel() >= LargeTensor && DropoutBank.Serves(values.numel())
            ? bank.Apply(values, share)
            : nn.functional.dropout(values, share, training: true);
    }

    /// <summary>1 or 0 per row; 0 with the given chance in training.</summary>
    public Tensor Keep(long rows, double dropped) =>
        Training && dropped > 0
            ? rand(rows, device: Device).ge(dropped).to_type(ScalarType.Float32)
            : ones(rows, device: Device);

    /// <summary>
    /// Batch normalisation (Ioffe and Szegedy 2015) over rows; in training, running statistics follow the batch's.
    /// </summary>
    public Tensor Normalised(string norm, Tensor values)
    {
        const double Momentum = 0.1;
        Tensor mean = this[Names.MeanOf(norm)];
        Tensor variance = this[Names.VarianceOf(norm)];
        if (Training && values.shape[0] > 1)
        {
            Tensor batchMean = values.mean([0L]);
            Tensor batchVariance = values.var(0, unbiased: false);
            using (no_grad())
            {
                mean.mul_(1 - Momentum).add_(batchMean.detach(), Momentum);
                variance.mul_(1 - Momentum).add_(batchVariance.detach(), Momentum);
            }

            (mean, variance) = (batchMean, batchVariance);
        }

        return (values - mean) / (variance + NormEpsilon).sqrt() * this[Names.ScaleOf(norm)]
            + this[Names.ShiftOf(norm)];
    }
}
