using System.Text.Json;
using System.Text.Json.Serialization;
using Matinee.Core.Interactions;

namespace Matinee.Core.Models.Blend;

/// <summary>Which models are blended, what else is looked at, and how the weights are learned.</summary>
public sealed record BlendOptions : IModelOptions<BlendOptions>
{
    /// <summary>Whether what a person rated last counts more: the first model's scores of the last few ratings alone. Default true.</summary>
    public bool UseRecent { get; init; } = true;

    /// <summary>
    /// Whether the order of ratings counts: what people rate right after, and near, what this person rated last. Strong where a
    /// site shows its movies in lists, such as MovieLens, since people rate down a list; it then recommends what stands next on the
    /// list, which is no taste. Default false.
    /// </summary>
    public bool UseOrder { get; init; }

    /// <summary>Whether time counts: what was popular lately, and the years that this person's movies are from. Default true.</summary>
    public bool UseTime { get; init; } = true;

    /// <summary>
    /// Of how many users' samples the weights are the mean, at least 1; the more, the less they follow single users. Default 8.
    /// </summary>
    public int Bags { get; init; } = 8;

    /// <summary>How many of each model's best movies the weights are learned from, per user, at least 10. Default 200.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>
    /// Of how many people with held-out ratings the weights are learned, at least 1; of more, a sample (<see cref="RowSample"/>).
    /// Default 20 000: a dozen weights are learned from fewer as well, and time and memory stay bounded at any size.
    /// </summary>
    public int People { get; init; } = 20_000;

    /// <summary>
    /// Share of the ratings held out to learn the weights where the dataset has no validation part, above 0 to 0.5. Default 0.1.
    /// </summary>
    [ConfigSection(ConfigSectionAttribute.TopLevel)]
    public double ValidRatio { get; init; } = 0.1;

    /// <summary>The models to train; after loading, empty.</summary>
    [JsonIgnore]
    public IReadOnlyList<BlendPart> Plan { get; internal init; } = [];

    /// <summary>The options of each model, by kind: before training all candidates, after it the chosen ones.</summary>
    [JsonInclude]
    public IReadOnlyDictionary<string, JsonElement>? Parts { get; internal init; }

    /// <summary>The learned weight of every standardised feature, by name; null before training.</summary>
    [JsonInclude]
    public IReadOnlyDictionary<string, double>? Weights { get; internal init; }

    /// <summary>
    /// NDCG@10 on the held-out ratings, of users that the weights were not learned from; null before training.
    /// </summary>
    [JsonInclude]
    public double? NestedNdcg { get; internal init; }

    /// <summary>By which contents each model was trained: a later training takes over one that would come out the same.</summary>
    [JsonInclude]
    public IReadOnlyDictionary<string, string>? PartKeys { get; internal init; }

    /// <summary>These options for a blend of these models.</summary>
    /// <exception cref="MatineeException">A kind stands twice, is a blend itself, or none of them ranks.</exception>
    public BlendOptions Of(IReadOnlyList<BlendPart> parts)
    {
        foreach (IGrouping<string, BlendPart> same in parts.GroupBy(part => part.Kind.Name))
        {
            if (same.Count() > 1)
            {
                throw new MatineeException($"parts names '{same.Key}' twice; a blend has one of each kind.");
            }

            if (same.Key == BlendModel.KindName)
            {
                throw new MatineeException("parts names 'blend'; a blend is made of other models.");
            }
        }

        return this with
        {
            Plan = parts,
            Parts = parts.ToDictionary(part => part.Kind.Name, Json),
        };
    }

    /// <summary>These options, of a trained blend, for another training of it: the same models, with weights to be learned anew.</summary>
    /// <exception cref="MatineeException">A model is of a kind not in <paramref name="kinds"/>.</exception>
    public BlendOptions Again(ModelKinds kinds)
    {
        BlendPart[] parts =
        [
            .. (Parts ?? new Dictionary<string, JsonElement>()).Select(part =>
                kinds.TryGet(part.Key, out ModelKind? kind)
                    ? new BlendPart(kind, [kind.FromJson(part.Value)])
                    : throw new MatineeException(
                        $"The blend has a model of kind '{part.Key}', which this program can't train."
                    )
            ),
        ];
        return (this with { Weights = null, NestedNdcg = null, PartKeys = null }).Of(parts);
    }

    private static JsonElement Json(BlendPart part)
    {
        string[] candidates = [.. part.Candidates.Select(options => part.Kind.ToJson(options).GetRawText())];
        string text = candidates is [var one] ? one : $"[{string.Join(',', candidates)}]";
        return JsonDocument.Parse(text).RootElement;
    }

    public BlendOptions Validate()
    {
        OptionRules.AtLeast(Bags, 1, nameof(Bags));
        OptionRules.AtLeast(Depth, 10, nameof(Depth));
        OptionRules.AtLeast(People, 1, nameof(People));
        OptionRules.Between(ValidRatio, 0.01, 0.5, nameof(ValidRatio));
        return this;
    }
}
