using System.Text.Json.Serialization;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Blend;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.FactorizationMachine;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Models.ImplicitAls;
using Matinee.Core.Models.ItemKnn;
using Matinee.Core.Models.Popularity;

namespace Matinee.Core.Models;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(PopularityOptions))]
[JsonSerializable(typeof(BiasOptions))]
[JsonSerializable(typeof(ItemKnnOptions))]
[JsonSerializable(typeof(EaseOptions))]
[JsonSerializable(typeof(ImplicitAlsOptions))]
[JsonSerializable(typeof(HybridOptions))]
[JsonSerializable(typeof(FactorizationMachineOptions))]
[JsonSerializable(typeof(BlendOptions))]
internal sealed partial class ModelJson : JsonSerializerContext;
