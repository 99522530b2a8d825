namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>A sample of a block's parameters, and of their priors.</summary>
internal sealed class BlockParameters
{
    public BlockParameters(DesignBlock block, int rank)
    {
        Weights = new double[block.FeatureCount];
        Factors = [.. Enumerable.Range(0, rank).Select(_ => new double[block.FeatureCount])];
        WeightPriors = [.. block.Groups.Select(_ => new NormalPrior())];
        FactorPriors =
        [
            .. Enumerable.Range(0, rank).Select(_ => block.Groups.Select(_ => new NormalPrior()).ToArray()),
        ];
    }

    /// <summary>One per feature.</summary>
    public double[] Weights { get; }

    /// <summary>Rank × features.</summary>
    public double[][] Factors { get; }

    /// <summary>One per group.</summary>
    public NormalPrior[] WeightPriors { get; }

    /// <summary>Rank × groups.</summary>
    public NormalPrior[][] FactorPriors { get; }

    /// <summary>How many numbers <see cref="Write"/> adds.</summary>
    public int StateLength => (1 + Factors.Length) * Weights.Length + 2 * Priors().Count();

    public void Write(StateWriter state)
    {
        state.Add(Weights);
        foreach (double[] factor in Factors)
        {
            state.Add(factor);
        }

        foreach (NormalPrior prior in Priors())
        {
            state.Add(prior.Mean);
            state.Add(prior.Precision);
        }
    }

    public void Read(StateReader state)
    {
        state.Next(Weights.Length).CopyTo(Weights.AsSpan());
        foreach (double[] factor in Factors)
        {
            state.Next(factor.Length).CopyTo(factor.AsSpan());
        }

        foreach (NormalPrior prior in Priors())
        {
            prior.Mean = state.Next();
            prior.Precision = state.Next();
        }
    }

    private IEnumerable<NormalPrior> Priors() => WeightPriors.Concat(FactorPriors.SelectMany(priors => priors));
}
