using System.Runtime.InteropServices;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>One rating during sampling; the two stand together because they are read together.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct RatingState
{
    /// <summary>What was given, stars or latent, minus what is predicted.</summary>
    public double Error;

    /// <summary>Σⱼ xⱼ vⱼ over all blocks' features, for the factor at hand.</summary>
    public double Sum;
}
