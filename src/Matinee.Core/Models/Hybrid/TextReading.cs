namespace Matinee.Core.Models.Hybrid;

/// <summary>Which candidates' texts a ranking reads.</summary>
internal enum TextReading
{
    None,

    /// <summary>Those of the best unseen candidates, which then stand above all others.</summary>
    Best,

    All,
}
