using Matinee.Core.Interactions;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Item embeddings to start from: the closed-form linear autoencoder (EASE, Steck 2019) in the basis of the interaction
/// matrix' singular vectors. With X = U Σ Vᵀ and f = σ²/(σ² + λ), EASE's score of item j for a history x is
/// (x V f Vᵀ)ⱼ / (1 − (V f Vᵀ)ⱼⱼ), so V √f is what a rated movie says and V √f / (1 − diagonal) what a candidate answers.
/// Kept to the strongest directions.
/// </summary>
internal static class SpectralStart
{
    // Up to here the smaller Gram matrix is decomposed whole; beyond, its strongest part is iterated for.
    private const int ExactUpTo = 4096;
    private const int Oversampling = 16;
    private const int Iterations = 4;

    /// <param name="items">Rows of the result; those beyond the ratings' are 0.</param>
    /// <returns>History and candidate vectors, both items × <paramref name="factors"/>.</returns>
    public static (Tensor History, Tensor Ranking) Of(
        InteractionMatrix ratings,
        int items,
        int factors,
        double regularization
    )
    {
        using var scope = NewDisposeScope();
        using var noGradients = no_grad();
        Tensor interactions = Sparse(ratings);
        (Tensor vectors, Tensor squares) = Decompose(interactions, ratings, factors);
        Tensor shrinkage = squares / (squares + regularization);
        Tensor history = zeros(items, factors);
        Tensor ranking = zeros(items, factors);
        Tensor diagonal = (vectors * vectors * shrinkage.unsqueeze(0)).sum(1L, keepdim: true);
        int kept = (int)Math.Min(factors, vectors.shape[1]);
        Tensor strongest = vectors.narrow(1, 0, kept) * shrinkage.narrow(0, 0, kept).sqrt();
        history.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest);
        ranking.narrow(0, 0, ratings.ColumnCount).narrow(1, 0, kept).copy_(strongest / (1 - diagonal));
        return (history.MoveToOuterDisposeScope(), ranking.MoveToOuterDisposeScope());
    }

    private static Tensor Sparse(InteractionMatrix ratings)
    {
        var positions = new long[2 * ratings.EntryCount];
        for (int row = 0; row < ratings.RowCount; row++)
        {
            positions.AsSpan(ratings.RowStarts[row], ratings.RowLength(row)).Fill(row);
        }

        for (int n = 0; n < ratings.EntryCount; n++)
        {
            positions[ratings.EntryCount + n] = ratings.Columns[n];
        }

        return sparse_coo_tensor(
            tensor(positions).reshape(2, ratings.EntryCount),
            ones(ratings.EntryCount),
            [ratings.RowCount, ratings.ColumnCount]
        );
    }

    /// <returns>Right singular vectors, strongest first, and squared singular values.</returns>
    private static (Tensor Vectors, Tensor Squares) Decompose(Tensor x, InteractionMatrix ratings, int factors)
    {
        bool fewUsers = ratings.RowCount <= ratings.ColumnCount;
        if (Math.Min(ratings.RowCount, ratings.ColumnCount) > ExactUpTo)
        {
            return Iterate(x, factors);
        }

        Tensor dense = x.to_dense();
        (Tensor squares, Tensor basis) = linalg.eigh(fewUsers ? dense.mm(dense.t()) : dense.t().mm(dense));
        squares = squares.flip(0).clamp_min(0);
        basis = basis.flip(1);
        // What is numerically zero has no direction.
        long rank = (squares > squares[0] * 1e-6).sum().item<long>();
        squares = squares.narrow(0, 0, rank);
        basis = basis.narrow(1, 0, rank);
        return (fewUsers ? dense.t().mm(basis) / squares.sqrt() : basis, squares);
    }

    // Halko, Martinsson and Tropp 2011, algorithm 4.4.
    private static (Tensor Vectors, Tensor Squares) Iterate(Tensor x, int factors)
    {
        Tensor transposed = x.t();
        Tensor basis = randn(x.shape[0], factors + Oversampling);
        for (int n = 0; n < Iterations; n++)
        {
            (basis, _) = linalg.qr(transposed.mm(basis));
            if (n < Iterations - 1)
            {
                (basis, _) = linalg.qr(x.mm(basis));
            }
        }

        Tensor image = x.mm(basis);
        (Tensor squares, Tensor rotation) = linalg.eigh(image.t().mm(image));
        return (basis.mm(rotation.flip(1)), squares.flip(0).clamp_min(1e-6));
    }
}
