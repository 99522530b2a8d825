namespace Matinee.Api.Access;

/// <summary>Who asks, as far as it matters: what they may do, and about whom.</summary>
/// <param name="Scope">Null: nothing but what is public.</param>
/// <param name="UserId">The only user they may ask about; null: any.</param>
/// <param name="KeyId">Of the key that they came with; null where none was asked for.</param>
internal sealed record Caller(AccessScope? Scope, int? UserId = null, string? KeyId = null)
{
    /// <summary>Whoever reaches a server that asks for no keys.</summary>
    public static readonly Caller Anyone = new(AccessScope.Admin);

    /// <summary>Someone without a key where keys are asked for.</summary>
    public static readonly Caller Nobody = new(Scope: null);

    public bool May(AccessScope needed) => Scope >= needed;

    public bool MayAskAbout(int userId) => UserId is null || UserId == userId;
}

internal static class CallerOfRequest
{
    /// <summary>Set by <see cref="AccessControl"/>; where that is not in use, anyone may do anything.</summary>
    public static Caller Caller(this HttpContext http) => http.Features.Get<Caller>() ?? Access.Caller.Anyone;
}
