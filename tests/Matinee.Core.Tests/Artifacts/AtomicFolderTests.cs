using Matinee.Core.Artifacts;

namespace Matinee.Core.Tests.Artifacts;

public class AtomicFolderTests
{
    private const string Marker = "marker.json";

    private static readonly FolderKind Ours = new(folder => File.Exists(Path.Combine(folder, Marker)), [Marker]);

    [Fact]
    public void Write_NewFolder_AppearsWhole()
    {
        using var root = new TemporaryFolder();

        AtomicFolder.Write(root.File("a/b"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "1"));

        Assert.Equal("1", File.ReadAllText(root.File("a/b/marker.json")));
        Assert.Equal([root.File("a/b")], Directory.GetFileSystemEntries(root.File("a")));
    }

    [Fact]
    public void Write_WhereNoFolderCanBe_NamesThePlaceThatWasAskedFor()
    {
        using var root = new TemporaryFolder();
        File.WriteAllText(root.File("a"), "no folder");

        var error = Assert.Throws<MatineeException>(() => AtomicFolder.Write(root.File("a/b"), Ours, _ => { }));

        Assert.StartsWith($"{root.File("a/b")} can't be written: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OwnFolderInTheWay_IsReplaced()
    {
        using var root = new TemporaryFolder();
        AtomicFolder.Write(root.File("x"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "old"));
        AtomicFolder.Write(root.File("x"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "new"));

        Assert.Equal([root.File("x/marker.json")], Directory.GetFileSystemEntries(root.File("x")));
        Assert.Equal("new", File.ReadAllText(root.File("x/marker.json")));
    }

    [Fact]
    public void Write_Fails_LeavesTheOldFolderAndNoTrace()
    {
        using var root = new TemporaryFolder();
        AtomicFolder.Write(root.File("x"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "old"));

        Assert.Throws<InvalidOperationException>(() =>
            AtomicFolder.Write(root.File("x"), Ours, _ => throw new InvalidOperationException())
        );

        Assert.Equal([root.File("x")], Directory.GetFileSystemEntries(root.Path));
        Assert.Equal("old", File.ReadAllText(root.File("x/marker.json")));
    }

    [Theory]
    [InlineData("tmp", 2, true, false)]
    [InlineData("old", 2, true, false)]
    [InlineData("tmp", 0, true, true)]
    [InlineData("old", 2, false, true)]
    public void Write_BesideLeftovers_SweepsOldOnesThatNobodyNeeds(string kind, int days, bool stands, bool stays)
    {
        using var root = new TemporaryFolder();
        string leftover = root.File($".x.{Guid.NewGuid():N}.{kind}");
        string others = root.File($".x.mine.{kind}");
        foreach (string folder in new[] { leftover, others })
        {
            Directory.CreateDirectory(folder);
            Directory.SetLastWriteTimeUtc(folder, Directory.GetLastWriteTimeUtc(root.Path).AddDays(-days));
        }

        if (stands)
        {
            Directory.CreateDirectory(root.File("x"));
        }

        AtomicFolder.Write(root.File("x"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "1"));

        Assert.Equal(stays, Directory.Exists(leftover));
        Assert.True(Directory.Exists(others));
    }

    [Fact]
    public void Write_ForeignFolderInTheWay_IsRefused()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root.File("photos"));
        File.WriteAllText(root.File("photos/me.png"), "");

        var error = Assert.Throws<MatineeException>(() => AtomicFolder.Write(root.File("photos"), Ours, _ => { }));

        Assert.Contains("another kind", error.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(root.File("photos/me.png")));
    }

    [Fact]
    public void Write_FileInTheWay_IsRefused()
    {
        using var root = new TemporaryFolder();
        File.WriteAllText(root.File("x"), "");

        Assert.Throws<MatineeException>(() => AtomicFolder.Write(root.File("x"), Ours, _ => { }));
    }

    [Fact]
    public void Write_OwnFolderWithSomebodysFile_IsRefusedAndKept()
    {
        using var root = new TemporaryFolder();
        AtomicFolder.Write(root.File("x"), Ours, folder => File.WriteAllText(Path.Combine(folder, Marker), "old"));
        File.WriteAllText(root.File("x/thesis.txt"), "mine");

        var error = Assert.Throws<MatineeException>(() => AtomicFolder.Write(root.File("x"), Ours, _ => { }));

        Assert.Contains("'thesis.txt'", error.Message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(root.File("x/thesis.txt")));
    }
}
