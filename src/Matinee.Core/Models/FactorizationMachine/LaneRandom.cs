using System.Runtime.Intrinsics;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>Four generators, one per lane.</summary>
internal sealed class LaneRandom(
    SequentialRandom one,
    SequentialRandom two,
    SequentialRandom three,
    SequentialRandom four
)
{
    public Vector256<double> Uniform() =>
        Vector256.Create(one.Uniform(), two.Uniform(), three.Uniform(), four.Uniform());

    /// <summary>Standard normal.</summary>
    public Vector256<double> Normal() => Vector256.Create(one.Normal(), two.Normal(), three.Normal(), four.Normal());
}
