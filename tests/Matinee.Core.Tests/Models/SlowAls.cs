using Matinee.Core.Interactions;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Numerics;

namespace Matinee.Core.Tests.Models;

/// <summary>Implicit ALS as its paper states it, over every cell: the slow twin of the model.</summary>
internal static class SlowAls
{
    /// <summary>The objective, cell by cell.</summary>
    public static double Loss(
        InteractionMatrix matrix,
        float[] weights,
        FactorMatrix users,
        FactorMatrix items,
        ImplicitAlsOptions options
    )
    {
        double loss = 0;
        for (int user = 0; user < matrix.RowCount; user++)
        {
            for (int item = 0; item < matrix.ColumnCount; item++)
            {
                double score = 0;
                for (int n = 0; n < options.Factors; n++)
                {
                    score += (double)users[user][n] * items[item][n];
                }

                int entry = matrix.RowColumns(user).BinarySearch(item);
                loss += options.UnobservedWeight * score * score;
                loss += entry < 0 ? 0 : weights[matrix.RowStarts[user] + entry] * (score - 1) * (score - 1);
            }
        }

        InteractionMatrix byItem = matrix.Transpose();
        return loss + Penalty(matrix, users) + Penalty(byItem, items);

        double Penalty(InteractionMatrix rows, FactorMatrix factors) =>
            Enumerable
                .Range(0, rows.RowCount)
                .Sum(row =>
                    options.Regularization
                    * Math.Pow(
                        rows.RowLength(row) + (options.UnobservedWeight * rows.ColumnCount),
                        options.FrequencyExponent
                    )
                    * factors[row].ToArray().Sum(value => (double)value * value)
                );
    }

    /// <summary>Normal equations in double precision by Gauss–Jordan.</summary>
    public static double[] Solve(
        InteractionMatrix matrix,
        float[] weights,
        int user,
        FactorMatrix items,
        ImplicitAlsOptions options
    )
    {
        int d = options.Factors;
        var equations = new double[d, d + 1];
        for (int item = 0; item < matrix.ColumnCount; item++)
        {
            int entry = matrix.RowColumns(user).BinarySearch(item);
            double weight = entry < 0 ? 0 : weights[matrix.RowStarts[user] + entry];
            for (int i = 0; i < d; i++)
            {
                equations[i, d] += weight * items[item][i];
                for (int j = 0; j < d; j++)
                {
                    equations[i, j] += (weight + options.UnobservedWeight) * items[item][i] * items[item][j];
                }
            }
        }

        for (int i = 0; i < d; i++)
        {
            equations[i, i] +=
                options.Regularization
                * Math.Pow(
                    matrix.RowLength(user) + (options.UnobservedWeight * matrix.ColumnCount),
                    options.FrequencyExponent
                );
        }

        for (int pivot = 0; pivot < d; pivot++)
        {
            for (int row = 0; row < d; row++)
            {
                if (row != pivot)
                {
                    double factor = equations[row, pivot] / equations[pivot, pivot];
                    for (int column = pivot; column <= d; column++)
                    {
                        equations[row, column] -= factor * equations[pivot, column];
                    }
                }
            }
        }

        return [.. Enumerable.Range(0, d).Select(row => equations[row, d] / equations[row, row])];
    }
}
