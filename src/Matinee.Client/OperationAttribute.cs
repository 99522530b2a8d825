namespace Matinee.Client;

/// <summary>Which operation of the server's OpenAPI document a method calls: a test compares the two.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OperationAttribute(string id) : Attribute
{
    public string Id => id;
}
