using Matinee.Core.Interactions;

namespace Matinee.Api.Serving;

/// <summary>A rating that counts, wherever it comes from.</summary>
/// <param name="Item">In the live catalogue.</param>
/// <param name="Timestamp">Seconds since 1970 UTC.</param>
/// <param name="GivenHere">Whether the user gave it to this server; else it is of the training data.</param>
internal readonly record struct MergedRating(ItemIndex Item, float Stars, long Timestamp, bool GivenHere);
