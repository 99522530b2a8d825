using Matinee.Api.Access;
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
        Caller caller = http.Caller();
        if (writes && !caller.May(AccessScope.Write))
        {
            throw ProblemKind.Forbidden.Because(
                "This assistant's key may only read. Ask whoever runs the server for one that may write."
            );
        }

        if (userId is { } id)
        {
            caller.CheckUser(id);
        }
    }
}
