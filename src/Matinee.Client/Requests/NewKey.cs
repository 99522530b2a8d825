using System.Text.Json.Serialization;

namespace Matinee.Client;

/// <summary>What a key opens; each scope has those before it, too.</summary>
public enum KeyScope
{
    /// <summary>Lists, movies, search, and what is known about users.</summary>
    [JsonStringEnumMemberName("read")]
    Read,

    /// <summary>Ratings, events, users and movies.</summary>
    [JsonStringEnumMemberName("write")]
    Write,

    /// <summary>The model that is served, and keys.</summary>
    [JsonStringEnumMemberName("admin")]
    Admin,
}

/// <summary>A key to make.</summary>
/// <param name="Name">Who gets it, and what for: 1 to 100 characters.</param>
public sealed record NewKey(string Name, KeyScope Scope)
{
    /// <summary>The only user that it opens; not for admins. Null: every one.</summary>
    public int? UserId { get; init; }

    /// <summary>Days that it lasts, 1 to 3 650; null: for ever.</summary>
    public int? Days { get; init; }
}
