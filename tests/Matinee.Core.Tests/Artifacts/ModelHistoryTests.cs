using Matinee.Core.Artifacts;
using Matinee.Core.Models;
using Matinee.Core.Models.Popularity;
using Matinee.Core.Models.Selection;
using Matinee.Core.Tests.Models;

namespace Matinee.Core.Tests.Artifacts;

public sealed class ModelHistoryTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly SteppingTime time = new();

    private string Model => root.File("model");
    private ModelHistory History => new(Model);
    private string CurrentFile => Path.Combine(Model, "current.json");

    public void Dispose() => root.Dispose();

    [Fact]
    public void Load_PlainBundle_IsAHistoryOfOne()
    {
        Bundle(1).Write(Model);

        Assert.False(History.Exists);
        Assert.Equal(Model, ModelHistory.Resolve(Model));
        Assert.Equal(["first"], Names());
        Assert.Null(History.Previous());
        Assert.Matches("^[0-9a-f]{12}$", ModelBundle.Load(Model, ModelKinds.Core).Id);
        Assert.Equal(ModelBundle.ReadId(Model), ModelBundle.Load(Model, ModelKinds.Core).Id);
    }

    [Fact]
    public void Add_ToAPlainBundle_LeavesItInPlaceAndCurrent()
    {
        Bundle(1).Write(Model);
        string before = ModelBundle.Load(Model, ModelKinds.Core).Id;

        ModelVersion added = Add(2);

        Assert.Equal(["first", added.Name], Names());
        Assert.Equal("first", History.Current().Name);
        Assert.Equal(before, ModelBundle.Load(Model, ModelKinds.Core).Id);
        Assert.Equal(2, ModelBundle.Load(added.Folder, ModelKinds.Core).Manifest.Seed);
        Assert.Equal(added.Name, ModelBundle.Load(added.Folder, ModelKinds.Core).Id);
    }

    [Fact]
    public void MakeCurrent_Version_IsWhatEveryCommandLoads()
    {
        Bundle(1).Write(Model);
        ModelVersion second = Add(2);

        History.MakeCurrent(second.Name, time);

        Assert.Equal(2, ModelBundle.Load(Model, ModelKinds.Core).Manifest.Seed);
        Assert.Equal(2, ModelBundle.ReadManifest(Model).Seed);
        Assert.Equal(second.Folder, ModelHistory.Resolve(Model));
    }

    [Fact]
    public void Previous_AfterRollbacks_IsWhatAnsweredBefore()
    {
        Bundle(1).Write(Model);
        string second = Switch(2);
        string third = Switch(3);

        Assert.Equal(second, GoBack());
        Assert.Equal("first", GoBack());
        Assert.Null(History.Previous());
        string fourth = Switch(4);

        // The one that answered, not the one that is nearest in time.
        Assert.Equal("first", History.Previous()!.Name);
        Assert.Equal(["first", second, third, fourth], Names());
    }

    [Fact]
    public void Prune_ManyVersions_KeepsTheNewestTheCurrentAndTheOneBefore()
    {
        string first = Switch(1);
        string second = Switch(2);
        string[] more = [.. Enumerable.Range(3, 4).Select(seed => Add(seed).Name)];

        ModelVersion[] deleted = [.. History.Prune(2)];

        Assert.Equal(more[..2], deleted.Select(version => version.Name));
        Assert.Equal([first, second, .. more[2..]], Names());
        Assert.All(deleted, version => Assert.False(Directory.Exists(version.Folder)));
        Assert.Empty(History.Prune(2));
    }

    [Fact]
    public void Prune_NeverAnswered_PushesOutNoneThatDid()
    {
        Bundle(1).Write(Model);
        string second = Switch(2);
        string third = Switch(3);
        string fourth = Switch(4);
        Add(5);
        string sixth = Add(6).Name;

        History.Prune(3);

        Assert.Equal(["first", second, third, fourth, Names()[4], sixth], Names());
        History.Prune(1);
        Assert.Equal(["first", third, fourth, sixth], Names());
    }

    [Fact]
    public void Add_FirstVersionOfAnEmptyFolder_Answers()
    {
        ModelVersion first = Add(1);
        ModelVersion second = Add(2);

        Assert.Equal(first.Name, History.Current().Name);
        Assert.Equal([first.Name, second.Name], Names());
    }

    [Fact]
    public void Add_ClockPutBack_SortsBehindWhatIsThere()
    {
        ModelVersion later = Add(1);
        time.Back();

        ModelVersion earlier = Add(2);

        Assert.Equal([later.Name, earlier.Name], Names());
        Assert.True(earlier.AddedAt > later.AddedAt);
    }

    [Fact]
    public void Add_WriteFails_LeavesNothing()
    {
        Bundle(1).Write(Model);

        Assert.Throws<IOException>(() =>
            History.Add(
                folder =>
                {
                    Bundle(2).Write(folder);
                    throw new IOException("full");
                },
                time
            )
        );

        Assert.Equal(["first"], Names());
        Assert.Empty(Directory.GetDirectories(Path.Combine(Model, "versions")));
    }

    [Fact]
    public void Versions_KilledWhileAdding_AreAsBefore()
    {
        // What is there after the files are written and before they are renamed, and after that but before the switch.
        Bundle(1).Write(Model);
        string versions = Path.Combine(Model, "versions");
        Bundle(2).Write(Path.Combine(versions, ".new-0123"));
        Directory.CreateDirectory(Path.Combine(versions, "..new-0123.4567.tmp"));
        Directory.CreateDirectory(Path.Combine(versions, "20300101T000000000Z-unfinished"));

        Assert.Equal(["first"], Names());
        Assert.Equal("first", History.Current().Name);
        Assert.Equal(1, ModelBundle.Load(Model, ModelKinds.Core).Manifest.Seed);
        ModelVersion added = Add(3);
        Assert.Equal("first", History.Current().Name);
        Assert.Equal(["first", added.Name], Names());
    }

    [Fact]
    public void Add_LeftoversOfADay_AreCleared()
    {
        string left = Path.Combine(Model, "versions", ".new-0123");
        Directory.CreateDirectory(left);
        string fresh = Path.Combine(Model, "versions", ".new-4567");
        Directory.CreateDirectory(fresh);
        Directory.SetLastWriteTimeUtc(left, time.GetUtcNow().UtcDateTime.AddDays(-2));
        Directory.SetLastWriteTimeUtc(fresh, time.GetUtcNow().UtcDateTime);

        Add(1);

        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(fresh));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"version\": \"2026")]
    [InlineData("{}")]
    public void Current_TornFile_IsNamedAndCanBeWrittenAnew(string text)
    {
        Bundle(1).Write(Model);
        string second = Switch(2);
        File.WriteAllText(CurrentFile, text);

        var exception = Assert.Throws<MatineeException>(() => ModelBundle.Load(Model, ModelKinds.Core));

        Assert.Contains(CurrentFile, exception.Message, StringComparison.Ordinal);
        History.MakeCurrent(second, time);
        Assert.Equal(second, History.Current().Name);
    }

    [Fact]
    public void MakeCurrent_KilledBeforeTheRename_LeavesTheOldOne()
    {
        Bundle(1).Write(Model);
        string second = Switch(2);
        File.WriteAllText($"{CurrentFile}.0123.tmp", "{ \"version\": \"fir");

        Assert.Equal(second, History.Current().Name);
    }

    [Fact]
    public void Current_VersionGone_SaysWhatToDo()
    {
        Bundle(1).Write(Model);
        ModelVersion second = History.Find(Switch(2));
        Directory.Delete(second.Folder, recursive: true);

        var exception = Assert.Throws<MatineeException>(() => History.Current());

        Assert.Contains(second.Name, exception.Message, StringComparison.Ordinal);
        Assert.Contains("models history", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_PathInsteadOfAName_IsNoVersion()
    {
        Bundle(1).Write(Model);
        Switch(2);

        Assert.Throws<MatineeException>(() => History.Find("../versions"));
        Assert.Throws<MatineeException>(() => History.MakeCurrent("..", time));
    }

    [Fact]
    public void Write_OverAHistory_IsRefused()
    {
        Bundle(1).Write(Model);
        string second = Switch(2);

        Assert.Throws<MatineeException>(() => Bundle(3).Write(Model));

        Assert.Equal(second, History.Current().Name);
    }

    [Fact]
    public async Task Adopt_ManyAtOnce_AllAreThere()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(seed => Task.Run(() => Add(seed))));

        Assert.Equal(6, Names().Distinct().Count());
    }

    [Fact]
    public void TryTake_Held_GivesNull()
    {
        string file = root.File("lock");
        using (FileStream? first = FileLock.TryTake(file))
        {
            Assert.NotNull(first);
            Assert.Null(FileLock.TryTake(file));
        }

        using FileStream? again = FileLock.TryTake(file);
        Assert.NotNull(again);
    }

    private string[] Names() => [.. History.Versions().Select(version => version.Name)];

    private ModelVersion Add(long seed) => History.Add(folder => Bundle(seed).Write(folder), time);

    private string Switch(long seed) => History.MakeCurrent(Add(seed).Name, time).Name;

    private string GoBack() => History.MakeCurrent(History.Previous()!.Name, time).Name;

    // They differ by their seed.
    private static ModelBundle Bundle(long seed)
    {
        ModelBundle bundle = TinyBundle.Of(PopularityModel.ModelKind, FitOn.All);
        return bundle with { Manifest = bundle.Manifest with { Seed = seed } };
    }

    /// <summary>A clock that goes on by a second whenever it is looked at.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private DateTimeOffset now = new(2026, 11, 28, 4, 30, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow()
        {
            lock (this)
            {
                return now = now.AddSeconds(1);
            }
        }

        public void Back() => now = now.AddDays(-1);
    }
}
