namespace Matinee.Imports.Exports;

/// <param name="Written">Films in the file.</param>
/// <param name="LeftOut">Films that the format has no way to name: those without a number at IMDb, in a list of these.</param>
public readonly record struct ExportCounts(int Written, int LeftOut);
