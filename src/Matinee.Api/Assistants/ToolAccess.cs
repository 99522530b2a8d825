using Matinee.Api.Problems;

namespace Matinee.Api.Assistants;

/// <summary>Whether whoever called a tool may do what it does: the one place that all tools ask.</summary>
internal static class ToolAccess
{
    /// <param name="writes">Whether the tool changes something.</param>
    /// <param name="userId">Whom it is about; null: nobody in particular.</param>
    /// <exception cref="ProblemException">The caller may not.</exception>
    public static void Check(HttpContext http, bool writes, int? userId)
    {
        // Whoever reaches the server may do everything.
        _ = (http, writes, userId);
    }
}
