namespace Matinee.Api.Http;

/// <summary>A field of a form, declared once: it is read by its name, and the OpenAPI document describes it from the same words.</summary>
internal sealed record FormField(string Name, string Description)
{
    public bool IsFile { get; init; }
    public bool Required { get; init; }

    /// <summary>The values there are, the default first; empty: any text.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
