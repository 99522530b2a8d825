using System.Text.Json.Serialization;

namespace Matinee.Api.Access;

/// <summary>What a key opens; each scope has those before it, too.</summary>
[JsonConverter(typeof(AccessScopeConverter))]
public enum AccessScope
{
    /// <summary>Lists, movies, search, and what is known about users.</summary>
    Read = 1,

    /// <summary>Ratings, events, users and movies.</summary>
    Write = 2,

    /// <summary>The model that is served, and keys.</summary>
    Admin = 3,
}
