using System.Text.RegularExpressions;
using Matinee.Core.Artifacts;

namespace Matinee.Data.Registry;

/// <summary>A model that a registry offers.</summary>
public sealed partial record RegistryEntry
{
    private const int Sha256Digits = 64;

    /// <summary>Unique in its registry, and the folder that the model is put in: <c>tiny-ml-32m</c>.</summary>
    public required string Name { get; init; }

    public required string Preset { get; init; }

    /// <summary>What it was trained on, by name.</summary>
    public required string Dataset { get; init; }

    public required string Description { get; init; }

    /// <summary>Of the model and of the data that it learned from.</summary>
    public required string Licence { get; init; }

    /// <summary>Of the package: relative to the registry, or an address that begins with https:// or http://.</summary>
    public string Url { get; init; } = "";

    /// <summary>SHA-256 of the package, in lower-case hexadecimal.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Size of the package.</summary>
    public long Bytes { get; init; }

    /// <summary>SHA-256 of the bundle's manifest: what a model that is there already is told by.</summary>
    public string Manifest { get; init; } = "";

    /// <summary>Whether people's histories are in it.</summary>
    public bool Histories { get; init; }

    public required string MatineeVersion { get; init; }
    public required int BundleSchemaVersion { get; init; }

    /// <summary>When the model was trained, a day in UTC: <c>2026-11-29</c>.</summary>
    public required string Created { get; init; }

    /// <summary>Small letters, digits, dots, dashes and underscores; the first is a letter or digit.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    /// <returns>Itself.</returns>
    /// <exception cref="MatineeException">A value could do harm or makes no sense.</exception>
    public RegistryEntry Check(string registry)
    {
        string? wrong =
            !IsName(Name) ? $"the name '{Name}' is not made of a-z, 0-9, '.', '-' and '_'"
            : Sha256.Length != Sha256Digits || !Sha256.All(char.IsAsciiHexDigit) ? $"'{Name}' has no valid sha256"
            : Bytes <= 0 ? $"'{Name}' has no size"
            : Url.Length == 0 ? $"'{Name}' has no url"
            : null;
        return wrong is null
            ? this
            : throw new MatineeException($"{registry}: {wrong}. Ask whoever keeps the registry to correct it.");
    }

    /// <exception cref="MatineeException">Its bundle is of a schema that this program does not read.</exception>
    public void RequireReadable()
    {
        if (BundleSchemaVersion != BundleManifest.CurrentSchemaVersion)
        {
            throw new MatineeException(
                $"{Name} has bundle schema {BundleSchemaVersion} (written by Matinee {MatineeVersion}); this Matinee reads "
                    + $"{BundleManifest.CurrentSchemaVersion}. "
                    + (
                        BundleSchemaVersion > BundleManifest.CurrentSchemaVersion
                            ? "Update Matinee."
                            : "Ask for a newer package, or build the model."
                    )
            );
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,99}$")]
    private static partial Regex NamePattern();
}
