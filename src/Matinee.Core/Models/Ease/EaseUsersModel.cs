using System.Buffers;
using Matinee.Core.Artifacts;
using Matinee.Core.Interactions;
using Matinee.Core.Numerics;

namespace Matinee.Core.Models.Ease;

/// <summary>
/// The users-side form: K = (λI + X E⁻¹ Xᵀ)⁻¹ and X. With s = Xᵀ K X E⁻¹ x the scores are x − (x − s) / (λ diag EP).
/// </summary>
/// <param name="byItem">Xᵀ: the raters of each item, the metadata's rows after them, and what each rating counts.</param>
/// <param name="kernel">K, users × users.</param>
/// <param name="shares">1 / Eⱼ per item: the ridge's share of its penalty, 1 without dropout.</param>
/// <param name="scales">1 / (λ Eⱼ Pⱼⱼ) per item.</param>
internal sealed class EaseUsersModel(
    EaseOptions options,
    InteractionMatrix byItem,
    ReadOnlyMemory<float> kernel,
    float[] shares,
    float[] scales
) : EaseModel(options), IRanker
{
    private const string InputsName = "inputs";
    private const string SharesName = "ridge_shares";

    private readonly int users = byItem.ColumnCount;
    private readonly EaseUsersBatch batch = new(options, byItem, kernel, shares, scales);

    public override int ItemCount => byItem.RowCount;

    public static EaseUsersModel Load(EaseOptions options, SafetensorsReader tensors)
    {
        int[] raters = tensors.Ints("raters");
        ReadOnlyMemory<float> kernel = tensors.MapFloats("kernel");
        float[] scales = tensors.Floats("scales");
        var byItem = new InteractionMatrix(
            tensors.Ints("rater_starts"),
            raters,
            FloatsOrOnes(tensors, InputsName, raters.Length),
            new long[raters.Length],
            tensors.Shape("kernel")[0]
        );
        return new EaseUsersModel(options, byItem, kernel, FloatsOrOnes(tensors, SharesName, scales.Length), scales);
    }

    private static float[] FloatsOrOnes(SafetensorsReader tensors, string name, int length)
    {
        if (tensors.Contains(name))
        {
            return tensors.Floats(name);
        }

        var ones = new float[length];
        ones.AsSpan().Fill(1);
        return ones;
    }

    public override void Score(UserHistory history, Span<float> scores)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(2 * users);
        Span<float> overlap = buffer.AsSpan(0, users);
        Span<float> weights = buffer.AsSpan(users, users);
        overlap.Clear();
        weights.Clear();
        for (int n = 0; n < history.Count; n++)
        {
            int item = history.Items[n];
            AddRaters(item, Options.Input(history.Ratings[n]) * shares[item], overlap);
        }

        for (int user = 0; user < users; user++)
        {
            if (overlap[user] != 0)
            {
                ReadOnlySpan<float> row = kernel.Span.Slice(user * users, users);
                Vectors.Axpy(overlap[user], row, weights);
            }
        }

        for (int item = 0; item < scores.Length; item++)
        {
            scores[item] = Sum(weights, item) * scales[item];
        }

        for (int n = 0; n < history.Count; n++)
        {
            int item = history.Items[n];
            scores[item] += Options.Input(history.Ratings[n]) * (1 - scales[item]);
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    public void ScoreBatch(ReadOnlySpan<UserHistory> histories, Span<float> scores) => batch.Score(histories, scores);

    // Bⱼᵢ = xⱼᵀ K xᵢ / (Eⱼ λ Eᵢ Pᵢᵢ) off the diagonal, with xⱼ the inputs of j's raters: K xᵢ once, then a sum over each movie's.
    public override void Contributions(UserHistory history, ReadOnlySpan<int> explained, Span<float> contributions)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(users);
        Span<float> weights = buffer.AsSpan(0, users);
        int n = 0;
        foreach (int item in explained)
        {
            Weigh(item, weights);
            for (int source = 0; source < history.Count; source++)
            {
                int rated = history.Items[source];
                float input = Options.Input(history.Ratings[source]) * shares[rated];
                contributions[n++] = rated == item ? 0 : input * (Sum(weights, rated) * scales[item]);
            }
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    // xᵢᵀ K xⱼ / (λ Eᵢ Eⱼ √(Pᵢᵢ Pⱼⱼ))
    public override void Compare(ItemIndex item, Span<float> likeness)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(users);
        Span<float> weights = buffer.AsSpan(0, users);
        Weigh(item.Value, weights);
        float own = scales[item.Value] * shares[item.Value];
        for (int other = 0; other < likeness.Length; other++)
        {
            likeness[other] = Sum(weights, other) * MathF.Sqrt(own * (scales[other] * shares[other]));
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
        if (!Options.IsPlain)
        {
            writer.Tensors.Add(InputsName, byItem.Values.ToArray());
        }

        if (Options.Dropout != 0)
        {
            writer.Tensors.Add(SharesName, shares);
        }
    }

    // K xᵢ
    private void Weigh(int item, Span<float> weights)
    {
        weights.Clear();
        ReadOnlySpan<int> raters = byItem.RowColumns(item);
        ReadOnlySpan<float> values = byItem.RowValues(item);
        for (int n = 0; n < raters.Length; n++)
        {
            Vectors.Axpy(values[n], kernel.Span.Slice(raters[n] * users, users), weights);
        }
    }

    private void AddRaters(int item, float factor, Span<float> perUser)
    {
        ReadOnlySpan<int> raters = byItem.RowColumns(item);
        ReadOnlySpan<float> values = byItem.RowValues(item);
        for (int n = 0; n < raters.Length; n++)
        {
            perUser[raters[n]] += factor * values[n];
        }
    }

    private float Sum(ReadOnlySpan<float> perUser, int item)
    {
        float sum = 0;
        ReadOnlySpan<int> raters = byItem.RowColumns(item);
        ReadOnlySpan<float> values = byItem.RowValues(item);
        for (int n = 0; n < raters.Length; n++)
        {
            sum += perUser[raters[n]] * values[n];
        }

        return sum;
    }
}
