namespace Matinee.Api.Retraining;

/// <summary>How a program that retrains ends: 0 when the new model is current or nothing was new, and else.</summary>
public static class RetrainExit
{
    /// <summary>The new model is worse, or can't be compared; the old one stays.</summary>
    public const int Refused = 3;
}
