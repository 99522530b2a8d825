namespace Matinee.Api.Access;

/// <summary>What an endpoint asks of its caller; part of its metadata. One without it is for admins.</summary>
/// <param name="Scope">Null: it is public.</param>
internal sealed record NeedsAccess(AccessScope? Scope)
{
    public static readonly NeedsAccess Nothing = new(Scope: null);

    /// <summary>
    /// Whether keys that are bound to a user are refused, unless that user stands in the path: what they write must be about
    /// themselves.
    /// </summary>
    public bool RefusesBoundKeys { get; init; }
}
