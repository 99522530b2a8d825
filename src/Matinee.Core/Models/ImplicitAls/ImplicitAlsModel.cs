using System.Collections.Concurrent;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.ImplicitAls;

/// <summary>
/// Item factors, and what it takes to solve a history's own factors exactly: every history is folded in, so a known user
/// and a visitor with the same ratings get the same list, and no users' factors are stored.
/// </summary>
public sealed unsafe class ImplicitAlsModel : IExplainer, IItemLikeness, IRetriever
{
    // Below this, every score takes a tenth of a millisecond: not worth another copy of the factors.
    private const int ItemsWorthSearching = 10_000;

    // A longer list reads so much of the factors that all scores at once are cheaper.
    private const int ItemsPerPlace = 256;

    private readonly FactorMatrix items;
    private readonly FactorMatrix scaledGram;
    private readonly Bm25Weighting? weighting;
    private readonly float weightScale;
    private readonly FactorKernels kernels = FactorKernels.For(VectorWidths.Widest);
    private readonly ConcurrentBag<RowSolver> solvers = [];
    private readonly Lazy<AlsLikeness> likeness;
    private readonly Lazy<PackedFactors> packed;
    private readonly Lazy<QuantizedFactors> quantized;

    internal ImplicitAlsModel(
        ImplicitAlsOptions options,
        FactorMatrix items,
        Bm25Weighting? weighting,
        float weightScale
    )
    {
        Options = options;
        this.items = items;
        this.weighting = weighting;
        this.weightScale = weightScale;
        packed = new(() => PackedFactors.Of(items, VectorWidths.Widest));
        quantized = new(() => new QuantizedFactors(items, ByteBlocks.Fastest));
        likeness = new(() => new AlsLikeness(items, kernels, () => Factored(UserHistory.Empty, [])));
        scaledGram = items.Gram(kernels, new ParallelOptions());
        scaledGram.Scale((float)options.UnobservedWeight);
    }

    public static ModelKind ModelKind { get; } =
        new ModelKind<ImplicitAlsOptions>("als", () => ModelJson.Default.ImplicitAlsOptions, Train, Load)
        {
            CanStartWarm = true,
        };

    public ImplicitAlsOptions Options { get; }
    public string Kind => ModelKind.Name;
    public int ItemCount => items.RowCount;

    public ReadOnlySpan<float> ItemFactors(ItemIndex item) => items[item.Value];

    public void Score(UserHistory history, Span<float> scores) => ScoreBatch([history], scores);

    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores)
    {
        var users = new FactorMatrix(histories.Length, Options.Factors);
        for (int n = 0; n < histories.Length; n++)
        {
            FoldIn(histories[n], users.RowPointer(n));
        }

        packed.Value.Products(users, scores, ItemCount);
    }

    public int Retrieve(UserHistory history, ReadOnlySpan<ulong> leftOut, Span<ScoredItem> best)
    {
        if (ItemCount < ItemsWorthSearching || best.Length > ItemCount / ItemsPerPlace)
        {
            return IRetriever.Select(this, history, leftOut, best);
        }

        var user = new FactorMatrix(1, Options.Factors);
        FoldIn(history, user.RowPointer(0));
        return quantized.Value.Best(user[0], leftOut, best, out _);
    }

    /// <summary>
    /// The score is yᵢᵀ A⁻¹ Σ cⱼ yⱼ with A the history's normal equations, so movie j's part is cⱼ yᵢᵀ A⁻¹ yⱼ (Hu et al. 2008,
    /// section 5). Without j the score loses that times 1 − what the other movies predict for j.
    /// </summary>
    public void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        float[] weights = Weights(history);
        var solution = new FactorMatrix(1, Options.Factors);
        RowSolver solver = Factored(history, weights);
        int n = 0;
        foreach (int item in explained)
        {
            solver.Solve(items[item], solution.RowPointer(0));
            for (int entry = 0; entry < weights.Length; entry++)
            {
                contributions[n++] = weights[entry] * Vectors.Dot(solution[0], items[history.Items[entry]]);
            }
        }

        solvers.Add(solver);
    }

    public void Compare(ItemIndex item, Span<float> likeness) => this.likeness.Value.Compare(item.Value, likeness);

    public void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.ImplicitAlsOptions);
        writer.Tensors.Add("item_factors", items.ToArray(), ItemCount, Options.Factors);
        writer.Tensors.Add("weight_scale", new[] { weightScale });
        if (weighting is not null)
        {
            writer.Tensors.Add("bm25_item_factors", weighting.ItemFactors);
        }
    }

    private static ImplicitAlsModel Train(TrainingData data, ImplicitAlsOptions options, TrainingContext context)
    {
        ImplicitAlsStart? start = context.Start is { } older
            ? new ImplicitAlsStart((ImplicitAlsModel)older.Model, older.Items)
            : null;
        return ImplicitAlsTrainer.Train(data.Ratings, options, context, start, data.Catalog.Items, data.Catalog.Movies);
    }

    private static ImplicitAlsModel Load(ComponentReader reader)
    {
        ImplicitAlsOptions options = reader.Options(ModelJson.Default.ImplicitAlsOptions);
        int[] shape = reader.Tensors.Shape("item_factors");
        return new ImplicitAlsModel(
            options,
            FactorMatrix.Over(reader.Tensors.MapFloats("item_factors"), shape[0], shape[1]),
            reader.Tensors.Contains("bm25_item_factors")
                ? new Bm25Weighting(reader.Tensors.Floats("bm25_item_factors"))
                : null,
            reader.Tensors.Floats("weight_scale")[0]
        );
    }

    private void FoldIn(UserHistory history, float* solution)
    {
        RowSolver solver = Factored(history, Weights(history));
        solver.Solve(solution);
        solvers.Add(solver);
    }

    // A solver that holds the history's equations; its user gives it back.
    private RowSolver Factored(UserHistory history, float[] weights)
    {
        float regularization = AlsSide.RowRegularization(history.Count, ItemCount, Options);
        RowSolver solver = solvers.TryTake(out RowSolver? idle) ? idle : new RowSolver(kernels, Options.Factors);
        solver.Factor(items, scaledGram, history.Items, weights, regularization);
        return solver;
    }

    private float[] Weights(UserHistory history)
    {
        var weights = new float[history.Count];
        weights.AsSpan().Fill(1);
        if (weighting is not null)
        {
            float user = weightScale * AlsWeights.UserFactor(weighting, history.Count);
            for (int n = 0; n < weights.Length; n++)
            {
                weights[n] = user * weighting.ItemFactors[history.Items[n]];
            }
        }

        return weights;
    }
}
