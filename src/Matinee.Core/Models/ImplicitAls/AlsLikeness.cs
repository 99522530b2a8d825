using System.Numerics.Tensors;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>
/// How alike items are to the model: the cosine of their factors in the metric in which a history is solved, yᵢᵀ A⁻¹ yⱼ with
/// A = α₀ YᵀY + λ I, which is up to scale what item j alone in a history scores item i with. The factors' own cosine would depend
/// on the basis that training happened to end in.
/// </summary>
internal sealed unsafe class AlsLikeness
{
    private readonly FactorMatrix items;
    private readonly FactorKernels kernels;
    private readonly RowSolver solver;
    private readonly float[] inverseNorms;

    /// <param name="newSolver">Gives a solver that holds A.</param>
    public AlsLikeness(FactorMatrix items, FactorKernels kernels, Func<RowSolver> newSolver)
    {
        this.items = items;
        this.kernels = kernels;
        solver = newSolver();
        inverseNorms = new float[items.RowCount];
        Parallel.For(
            0,
            items.RowCount,
            () => (Solver: newSolver(), Solution: new FactorMatrix(1, items.Factors)),
            (item, _, own) =>
            {
                own.Solver.Solve(items[item], own.Solution.RowPointer(0));
                float square = Vectors.Dot(items[item], own.Solution[0]);
                inverseNorms[item] = square > 0 ? 1 / MathF.Sqrt(square) : 0;
                GC.KeepAlive(own.Solution);
                return own;
            },
            _ => { }
        );
    }

    public void Compare(int item, Span<float> likeness)
    {
        var solution = new FactorMatrix(1, items.Factors);
        lock (solver)
        {
            solver.Solve(items[item], solution.RowPointer(0));
        }

        fixed (float* products = likeness)
        {
            kernels.Products(
                solution.RowPointer(0),
                1,
                items.Pointer,
                items.RowCount,
                items.Stride,
                products,
                items.RowCount
            );
        }

        GC.KeepAlive(solution);
        GC.KeepAlive(items);
        TensorPrimitives.Multiply(likeness, inverseNorms, likeness);
        TensorPrimitives.Multiply(likeness, inverseNorms[item], likeness);
    }
}
