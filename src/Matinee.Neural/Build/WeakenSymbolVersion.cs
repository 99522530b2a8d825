// MSBuild compiles this against netstandard2.0, without implicit usings or nullable; the tests compile the ELF part.
#nullable disable
#pragma warning disable IDE0005
using System;
using System.IO;
using System.Text;
#if !NET
using Microsoft.Build.Framework;
#endif

namespace Matinee.Neural.Build;

#if !NET
/// <summary>
/// Build task: writes a copy of an ELF library in which one required symbol version is optional
/// (docs/adr/0006-torchsharp.md).
/// </summary>
public sealed class WeakenSymbolVersion : Microsoft.Build.Utilities.Task
{
    [Required]
    public string Library { get; set; }

    [Required]
    public string Version { get; set; }

    [Required]
    public string Output { get; set; }

    public override bool Execute()
    {
        try
        {
            byte[] library = File.ReadAllBytes(Library);
            int weakened = ElfSymbolVersions.Weaken(library, Version);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Output)));
            // A new file, never in place: the old one may be hard-linked from output folders.
            string next = Output + ".next";
            File.WriteAllBytes(next, library);
            File.Delete(Output);
            File.Move(next, Output);
            Log.LogMessage("{0}: {1} requirement(s) of {2} made optional", Output, weakened, Version);
        }
        catch (Exception e) when (e is IOException || e is UnauthorizedAccessException)
        {
            Log.LogError("{0}: {1}", Library, e.Message);
        }
        return !Log.HasLoggedErrors;
    }
}
#endif

/// <summary>The needed symbol versions (<c>.gnu.version_r</c>) of a 64-bit little-endian ELF file.</summary>
public static class ElfSymbolVersions
{
    private const uint NeededVersionsSection = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort Weak = 0x2; // VER_FLG_WEAK: the loader goes on when the version is missing

    /// <summary>Marks each requirement of <paramref name="version"/> weak in place; returns how many were not yet.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or one that points outside of itself.</exception>
    public static int Weaken(byte[] elf, string version)
    {
        if (
            elf.Length < 64
            || elf[0] != 0x7f
            || elf[1] != 'E'
            || elf[2] != 'L'
            || elf[3] != 'F'
            || elf[4] != 2
            || elf[5] != 1
        )
        {
            throw new InvalidDataException("not a 64-bit little-endian ELF library.");
        }
        try
        {
            int weakened = 0;
            for (int index = 0; index < U16(elf, 0x3c); index++)
            {
                int section = Section(elf, index);
                if (U32(elf, section + 4) == NeededVersionsSection)
                {
                    weakened += WeakenIn(elf, section, version);
                }
            }
            return weakened;
        }
        catch (Exception e) when (e is ArgumentException || e is OverflowException || e is IndexOutOfRangeException)
        {
            throw new InvalidDataException("a damaged ELF library: an offset leads outside of it.", e);
        }
    }

    private static int WeakenIn(byte[] elf, int section, string version)
    {
        int names = Offset(elf, Section(elf, (int)U32(elf, section + 0x28)) + 0x18);
        int need = Offset(elf, section + 0x18);
        int weakened = 0;
        for (uint needs = U32(elf, section + 0x2c); needs > 0; needs--)
        {
            int entry = checked(need + (int)U32(elf, need + 8));
            for (int entries = U16(elf, need + 2); entries > 0; entries--)
            {
                ushort flags = U16(elf, entry + 4);
                if ((flags & Weak) == 0 && HasName(elf, checked(names + (int)U32(elf, entry + 8)), version))
                {
                    elf[entry + 4] |= (byte)Weak;
                    weakened++;
                }
                entry = checked(entry + (int)U32(elf, entry + 12));
            }
            need = checked(need + (int)U32(elf, need + 12));
        }
        return weakened;
    }

    private static bool HasName(byte[] elf, int at, string name) =>
        Encoding.ASCII.GetString(elf, at, Math.Min(name.Length, elf.Length - at)) == name && elf[at + name.Length] == 0;

    private static int Section(byte[] elf, int index) => checked(Offset(elf, 0x28) + index * U16(elf, 0x3a));

    private static int Offset(byte[] elf, int at) => checked((int)BitConverter.ToUInt64(elf, at));

    private static uint U32(byte[] elf, int at) => BitConverter.ToUInt32(elf, at);

    private static ushort U16(byte[] elf, int at) => BitConverter.ToUInt16(elf, at);
}
