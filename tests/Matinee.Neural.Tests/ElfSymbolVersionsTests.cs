using System.Buffers.Binary;
using System.Text;
using Matinee.Neural.Build;

namespace Matinee.Neural.Tests;

public class ElfSymbolVersionsTests
{
    private const string Version = "GLIBCXX_3.4.32";

    // Where TinyLibrary's two requirements have their flags.
    private const int FirstFlags = 64 + 16 + 4;
    private const int SecondFlags = FirstFlags + 16;

    [Fact]
    public void Weaken_OneOfTwoRequirements_SetsItsFlagAlone()
    {
        byte[] library = TinyLibrary();
        byte[] expected = TinyLibrary();
        expected[SecondFlags] = 2;

        Assert.Equal(1, ElfSymbolVersions.Weaken(library, Version));
        Assert.Equal(expected, library);
    }

    [Fact]
    public void Weaken_Twice_GivesTheSameBytes()
    {
        byte[] library = TinyLibrary();
        ElfSymbolVersions.Weaken(library, Version);
        byte[] once = [.. library];

        Assert.Equal(0, ElfSymbolVersions.Weaken(library, Version));
        Assert.Equal(once, library);
    }

    [Fact]
    public void Weaken_VersionThatNobodyNeeds_ChangesNothing()
    {
        byte[] library = TinyLibrary();

        Assert.Equal(0, ElfSymbolVersions.Weaken(library, "GLIBCXX_3.4.3"));
        Assert.Equal(TinyLibrary(), library);
    }

    [Fact]
    public void Weaken_NotAnElfLibrary_SaysSo()
    {
        var error = Assert.Throws<InvalidDataException>(() => ElfSymbolVersions.Weaken(new byte[100], Version));

        Assert.Equal("not a 64-bit little-endian ELF library.", error.Message);
    }

    [Fact]
    public void Weaken_CutShort_SaysDamaged()
    {
        byte[] library = TinyLibrary()[..^100];

        var error = Assert.Throws<InvalidDataException>(() => ElfSymbolVersions.Weaken(library, Version));

        Assert.StartsWith("a damaged ELF library", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TorchSharpBesideTheTests_IsWeakenedAlready()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "libLibTorchSharp.so");
        Assert.SkipUnless(File.Exists(path), "Not a Linux build.");
        byte[] library = File.ReadAllBytes(path);

        Assert.Contains(Version, Encoding.Latin1.GetString(library), StringComparison.Ordinal);
        Assert.Equal(0, ElfSymbolVersions.Weaken(library, Version));
    }

    /// <summary>Header (64 bytes), one needed file with two versions (16 + 2 × 16), their names (32), three sections.</summary>
    private static byte[] TinyLibrary()
    {
        const int Needs = 64;
        const int Names = Needs + 48;
        const int Sections = Names + 32;
        var elf = new byte[Sections + 3 * 64];
        "\u007fELF\u0002\u0001"u8.CopyTo(elf);
        U64(0x28, Sections);
        U16(0x3a, 64);
        U16(0x3c, 3);
        Encoding.ASCII.GetBytes("\0GLIBCXX_3.4.30\0" + Version).CopyTo(elf, Names);

        U16(Needs, 1); // version of this table
        U16(Needs + 2, 2); // requirements
        U32(Needs + 8, 16); // to the first
        U32(Needs + 16 + 8, 1); // its name
        U32(Needs + 16 + 12, 16); // to the next
        U32(Needs + 32 + 8, 16);

        Section(1, type: 0x6ffffffe, offset: Needs, link: 2, info: 1);
        Section(2, type: 3, offset: Names, link: 0, info: 0);
        return elf;

        void Section(int index, uint type, ulong offset, uint link, uint info)
        {
            int at = Sections + index * 64;
            U32(at + 4, type);
            U64(at + 0x18, offset);
            U32(at + 0x28, link);
            U32(at + 0x2c, info);
        }
        void U16(int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(elf.AsSpan(at), value);
        void U32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(elf.AsSpan(at), value);
        void U64(int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(elf.AsSpan(at), value);
    }
}
