using Matinee.Core.Models;
using Matinee.Core.Models.Blend;
using Matinee.Neural.Hybrid;

namespace Matinee.Cli.Configuration;

/// <summary>The models that every command knows. To name a network's trainer loads no native library; to train does.</summary>
internal static class KnownModels
{
    public static ModelKinds Kinds { get; } = ModelKinds.Core.With(HybridTrainer.Kind).With(BlendTrainer.Kind);
}
