using System.Buffers;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>A trained EASE; scores of a binary history x are x B, whichever side it was solved on.</summary>
public abstract class EaseModel : IExplainer, IItemLikeness
{
    private protected EaseModel(EaseOptions options) => Options = options;

    public static ModelKind ModelKind { get; } =
        new ModelKind<EaseOptions>(
            "ease",
            ModelJson.Default.EaseOptions,
            (data, options, context) => EaseTrainer.Train(data.Ratings, options, context),
            Load
        );

    public EaseOptions Options { get; }
    public string Kind => ModelKind.Name;
    public abstract int ItemCount { get; }

    public abstract void Score(UserHistory history, Span<float> scores);

    /// <summary>Scores are linear in the history, so a part, Bⱼᵢ, is also what the score loses without that movie.</summary>
    public abstract void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions);

    /// <summary>
    /// The partial correlation of two movies, −Pᵢⱼ / √(Pᵢᵢ Pⱼⱼ), where all others are known: the weights Bᵢⱼ = −Pᵢⱼ / Pⱼⱼ (Steck 2019,
    /// eq. 8), made even.
    /// </summary>
    public abstract void Compare(ItemIndex item, Span<float> likeness);

    public abstract void Save(ComponentWriter writer);

    private static EaseModel Load(ComponentReader reader)
    {
        EaseOptions options = reader.Options(ModelJson.Default.EaseOptions);
        return reader.Tensors.Contains(EaseItemsModel.WeightsName)
            ? EaseItemsModel.Load(options, reader.Tensors)
            : EaseUsersModel.Load(options, reader.Tensors);
    }
}

/// <summary>The items-side form: B itself, dense.</summary>
internal sealed class EaseItemsModel(EaseOptions options, float[] weights, int items) : EaseModel(options)
{
    public const string WeightsName = "weights";

    public override int ItemCount => items;

    public static EaseItemsModel Load(EaseOptions options, SafetensorsReader tensors) =>
        new(options, tensors.Floats(WeightsName), tensors.Shape(WeightsName)[0]);

    public override void Score(UserHistory history, Span<float> scores)
    {
        scores.Clear();
        foreach (int item in history.Items)
        {
            Vectors.Axpy(1, weights.AsSpan(item * items, items), scores);
        }
    }

    public override void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        int n = 0;
        foreach (int item in explained)
        {
            foreach (int source in history.Items)
            {
                contributions[n++] = weights[(source * items) + item];
            }
        }
    }

    // √(Bᵢⱼ Bⱼᵢ) with the sign of both.
    public override void Compare(ItemIndex item, Span<float> likeness)
    {
        ReadOnlySpan<float> row = weights.AsSpan(item.Value * items, items);
        for (int other = 0; other < items; other++)
        {
            float product = row[other] * weights[(other * items) + item.Value];
            likeness[other] = product > 0 ? MathF.CopySign(MathF.Sqrt(product), row[other]) : 0;
        }
    }

    public override void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.EaseOptions);
        writer.Tensors.Add(WeightsName, weights, items, items);
    }
}

/// <summary>
/// The users-side form: K = (λI + XXᵀ)⁻¹ and X. With s = Xᵀ K X x the scores are x − (x − s) / (λ diag P).
/// </summary>
/// <param name="byItem">Xᵀ: the raters of each item.</param>
/// <param name="kernel">K, users × users.</param>
/// <param name="scales">1 / (λ Pⱼⱼ) per item.</param>
internal sealed class EaseUsersModel(EaseOptions options, InteractionMatrix byItem, float[] kernel, float[] scales)
    : EaseModel(options),
        IRanker
{
    private readonly int users = byItem.ColumnCount;
    private readonly EaseUsersBatch batch = new(byItem, kernel, scales);

    public override int ItemCount => byItem.RowCount;

    public static EaseUsersModel Load(EaseOptions options, SafetensorsReader tensors)
    {
        int[] raters = tensors.Ints("raters");
        float[] kernel = tensors.Floats("kernel");
        var byItem = new InteractionMatrix(
            tensors.Ints("rater_starts"),
            raters,
            new float[raters.Length],
            new long[raters.Length],
            tensors.Shape("kernel")[0]
        );
        return new EaseUsersModel(options, byItem, kernel, tensors.Floats("scales"));
    }

    public override void Score(UserHistory history, Span<float> scores)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(2 * users);
        Span<float> overlap = buffer.AsSpan(0, users);
        Span<float> weights = buffer.AsSpan(users, users);
        overlap.Clear();
        weights.Clear();
        foreach (int item in history.Items)
        {
            foreach (int user in byItem.RowColumns(item))
            {
                overlap[user]++;
            }
        }

        for (int user = 0; user < users; user++)
        {
            if (overlap[user] != 0)
            {
                ReadOnlySpan<float> row = kernel.AsSpan(user * users, users);
                Vectors.Axpy(overlap[user], row, weights);
            }
        }

        for (int item = 0; item < scores.Length; item++)
        {
            scores[item] = Sum(weights, item) * scales[item];
        }

        foreach (int item in history.Items)
        {
            scores[item] += 1 - scales[item];
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores) => batch.Score(histories, scores);

    // Bⱼᵢ = xⱼᵀ K xᵢ / (λ Pᵢᵢ) off the diagonal, with xⱼ the raters of j: K xᵢ once, then a sum over each movie's raters.
    public override void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(users);
        Span<float> weights = buffer.AsSpan(0, users);
        int n = 0;
        foreach (int item in explained)
        {
            weights.Clear();
            foreach (int user in byItem.RowColumns(item))
            {
                Vectors.Axpy(1, kernel.AsSpan(user * users, users), weights);
            }

            foreach (int source in history.Items)
            {
                contributions[n++] = source == item ? 0 : Sum(weights, source) * scales[item];
            }
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    // xᵢᵀ K xⱼ / (λ √(Pᵢᵢ Pⱼⱼ))
    public override void Compare(ItemIndex item, Span<float> likeness)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(users);
        Span<float> weights = buffer.AsSpan(0, users);
        weights.Clear();
        foreach (int user in byItem.RowColumns(item.Value))
        {
            Vectors.Axpy(1, kernel.AsSpan(user * users, users), weights);
        }

        for (int other = 0; other < likeness.Length; other++)
        {
            likeness[other] = Sum(weights, other) * MathF.Sqrt(scales[item.Value] * scales[other]);
        }

        likeness[item.Value] = 1;
        ArrayPool<float>.Shared.Return(buffer);
    }

    public override void Save(ComponentWriter writer)
    {
        writer.SetOptions(Options, ModelJson.Default.EaseOptions);
        writer.Tensors.Add("kernel", kernel, users, users);
        writer.Tensors.Add("scales", scales);
        writer.Tensors.Add("rater_starts", byItem.RowStarts.ToArray());
        writer.Tensors.Add("raters", byItem.Columns.ToArray());
    }

    private float Sum(ReadOnlySpan<float> perUser, int item)
    {
        float sum = 0;
        foreach (int user in byItem.RowColumns(item))
        {
            sum += perUser[user];
        }

        return sum;
    }
}
