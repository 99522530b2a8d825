using System.Globalization;
using Matinee.Core.Catalog;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>
/// Implicit alternating least squares (Hu, Koren and Volinsky 2008) in the form of iALS (Rendle et al. 2022): minimises
/// Σ_observed c (x·y − 1)² + α₀ Σ_all (x·y)² + Σ_rows λ (n + α₀ columns)^ν ‖row‖², by exact or conjugate gradient steps,
/// one side after the other. Time per iteration grows linearly with the ratings.
/// </summary>
public static class ImplicitAlsTrainer
{
    private const long ItemStream = 11;

    /// <param name="start">An older model of the same number of factors and its item ids: its items start where they were.</param>
    /// <param name="itemIds">The external id per item index; needed with <paramref name="start"/>.</param>
    /// <param name="movies">By item index; needed with <see cref="ImplicitAlsOptions.MetadataWeight"/>.</param>
    public static ImplicitAlsModel Train(
        InteractionMatrix train,
        ImplicitAlsOptions options,
        TrainingContext context,
        ImplicitAlsStart? start = null,
        ItemMap? itemIds = null,
        IReadOnlyList<Movie>? movies = null
    )
    {
        options.Validate();
        int people = train.RowCount;
        if (options.MetadataWeight != 0)
        {
            ArgumentNullException.ThrowIfNull(movies);
            train = MetadataRows.Below(train, MetadataRows.OfGenresAndYears(train, movies));
        }

        InteractionMatrix byItem = train.Transpose();
        Bm25Weighting? weighting =
            options.Weighting == AlsWeighting.Bm25 ? Bm25Weighting.Fit(byItem, options.K1, options.B) : null;
        (float[]? userWeights, float[]? itemWeights, float scale) = AlsWeights.Of(train, byItem, weighting);
        if (train.RowCount > people)
        {
            userWeights ??= AlsWeights.Ones(train);
            itemWeights ??= AlsWeights.Ones(train);
            AlsWeights.Scale(train, byItem, userWeights, itemWeights, people, (float)options.MetadataWeight);
        }

        FactorKernels kernels = FactorKernels.For(VectorWidths.Widest);
        FactorMatrix itemFactors = InitialFactors(train.ColumnCount, options, context.Seed);
        start?.CopyTo(itemFactors, itemIds ?? throw new ArgumentNullException(nameof(itemIds)));
        var users = new AlsSide(train, userWeights, new FactorMatrix(train.RowCount, options.Factors), options);
        var items = new AlsSide(byItem, itemWeights, itemFactors, options);
        for (int iteration = 1; iteration <= options.Iterations; iteration++)
        {
            // The first users' step has nothing to improve on, so it is exact: an older model needs no users' factors.
            bool exactly = options.Solver == AlsSolver.Cholesky;
            users.Solve(items.Factors, options, kernels, context.Parallel, exactly || iteration == 1, measured: false);
            double loss = items.Solve(users.Factors, options, kernels, context.Parallel, exactly) + users.Penalty();
            context.Report(
                string.Create(CultureInfo.InvariantCulture, $"iteration {iteration} of {options.Iterations}"),
                (double)iteration / options.Iterations,
                loss
            );
        }

        return new ImplicitAlsModel(options, items.Factors, weighting, scale);
    }

    private static FactorMatrix InitialFactors(int rows, ImplicitAlsOptions options, long seed)
    {
        var factors = new FactorMatrix(rows, options.Factors);
        var random = new CounterRandom(seed, ItemStream);
        // Scores start near 0 whatever the dimension (Rendle et al. 2022, section 4.2).
        double deviation = 0.1 / Math.Sqrt(options.Factors);
        for (int row = 0; row < rows; row++)
        {
            Span<float> values = factors[row];
            for (int n = 0; n < values.Length; n++)
            {
                values[n] = (float)(deviation * random.Normal(((long)row * options.Factors) + n));
            }
        }

        return factors;
    }
}

/// <summary>
/// Where training may start from: an older model's item factors under their external ids. Users need none, since the
/// first step solves them from the items.
/// </summary>
public sealed record ImplicitAlsStart(ImplicitAlsModel Model, ItemMap ItemIds)
{
    internal void CopyTo(FactorMatrix factors, ItemMap ids)
    {
        if (Model.Options.Factors != factors.Factors)
        {
            throw new MatineeException(
                $"The older model has {Model.Options.Factors} factors and the new one {factors.Factors}: "
                    + "a warm start needs the same number. Set factors to it, or train without --warm-start."
            );
        }

        for (int row = 0; row < factors.RowCount; row++)
        {
            if (ItemIds.TryGetIndex(ids[new ItemIndex(row)], out ItemIndex old) && old.Value < Model.ItemCount)
            {
                Model.ItemFactors(old).CopyTo(factors[row]);
            }
        }
    }
}
