namespace Matinee.Api.Access;

/// <summary>Whether callers need a key.</summary>
public enum KeysMode
{
    /// <summary>Where others than this machine can reach the server.</summary>
    WhenReachable,

    /// <summary>Always.</summary>
    On,

    /// <summary>Never, wherever it listens.</summary>
    Off,
}
