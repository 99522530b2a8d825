namespace Matinee;

/// <summary>Which model an application recommends by.</summary>
public sealed class MatineeOptions
{
    /// <summary>The model's folder, as <c>matinee train</c> wrote it. Default <c>models/default</c>, in the working directory.</summary>
    public string ModelPath { get; set; } = "models/default";

    /// <summary>
    /// Whether a host loads the model when it starts, so that a missing one stops it and the first request does not wait. Default: yes;
    /// else, and without a host, it is loaded when first needed.
    /// </summary>
    public bool LoadAtStart { get; set; } = true;
}
