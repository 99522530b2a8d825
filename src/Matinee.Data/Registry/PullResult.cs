using Matinee.Core.Artifacts;

namespace Matinee.Data.Registry;

/// <summary>A model that a registry offered and that is there now.</summary>
/// <param name="AlreadyThere">Whether the very same stood there before and nothing was fetched.</param>
public sealed record PullResult(string Folder, BundleFiles Files, bool AlreadyThere);
