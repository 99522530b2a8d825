using System.Net;

namespace Matinee.Api.Posters;

/// <summary>What TMDB answered.</summary>
/// <param name="Body">Null where it is longer than it may be; empty unless the status is 200.</param>
internal sealed record TmdbAnswer(HttpStatusCode Status, string? MediaType, byte[]? Body);
