using BenchmarkDotNet.Attributes;
using Matinee.Core.Interactions;
using Matinee.Core.Models;
using Matinee.Core.Models.ImplicitAls;

namespace Matinee.Bench;

/// <summary>One iteration over both sides of a million interactions, with what it needs around it.</summary>
public class AlsBenchmark
{
    private readonly InteractionMatrix matrix = SyntheticInputs.MovieLens1M();

    [Params(64, 128)]
    public int Factors { get; set; }

    [Params(AlsSolver.Cholesky, AlsSolver.ConjugateGradient)]
    public AlsSolver Solver { get; set; }

    [Benchmark]
    public object Iterate() =>
        ImplicitAlsTrainer.Train(
            matrix,
            new ImplicitAlsOptions
            {
                Factors = Factors,
                Iterations = 1,
                Solver = Solver,
            },
            new TrainingContext()
        );
}
