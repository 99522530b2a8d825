namespace Matinee.Api.Assistants;

/// <summary>The request that a tool is called by; tools get no more of it than its services.</summary>
internal sealed class ToolRequest
{
    public HttpContext? Http { get; set; }
}
