using System.Text.Json;
using Matinee.Api.Http;
using Matinee.Api.Problems;
using Matinee.Api.Serving;

namespace Matinee.Api.Assistants;

/// <summary>One call of a tool, answered from one state of the model.</summary>
internal sealed record ToolCall(HttpContext Http, ServedModel Model, IDictionary<string, JsonElement> Arguments)
{
    public static readonly WholeParameter UserId = new(
        "user_id",
        "The person's id on this server. Ask the person for it; never guess one.",
        1,
        int.MaxValue
    );

    /// <summary>An argument that is there and not null.</summary>
    public JsonElement? Given(string name) =>
        Arguments.TryGetValue(name, out JsonElement value) && !ToolArguments.IsAbsent(value) ? value : null;

    /// <summary>The movie that an argument names.</summary>
    /// <exception cref="ProblemException">It is missing, no text, or the id of no movie.</exception>
    public NamedMovie Movie(string name) =>
        Given(name) is { } value
            ? NamedMovie.Find(value, name, Model)
            : throw ProblemKind.Validation.Because($"{name} is needed. {NamedMovie.Forms}");

    /// <exception cref="ProblemException">The caller may not.</exception>
    public void Check(bool writes, int? userId) => ToolAccess.Check(Http, writes, userId);
}
