namespace Matinee.Core.Models.Tuning;

/// <summary>
/// Decides what to try next. It remembers nothing: what comes next is a function of the seed and the trials so far, so that a search
/// that was interrupted goes on as if it had not been.
/// </summary>
public interface IOptionSearch
{
    /// <param name="trials">All so far, in their order.</param>
    /// <returns>Values that were not tried yet, one per dimension; null where there are none.</returns>
    double[]? Propose(IReadOnlyList<SearchTrial> trials);
}
