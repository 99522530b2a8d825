namespace Matinee.Api.Tests.Store.Durability;

internal enum LedgerKind
{
    Rating,
    Event,
    User,
}

/// <summary>A write that a client asks for.</summary>
/// <param name="Number">Unique over all clients and restarts; also the timestamp of what is written.</param>
/// <param name="Stars">Of a rating; null removes it.</param>
/// <param name="Key">Of an event.</param>
internal sealed record LedgerWrite(
    long Number,
    LedgerKind Kind,
    int UserId = 0,
    int MovieId = 0,
    float? Stars = null,
    string? Key = null
);
