using System.IO.Compression;
using Matinee.Tests.Fuzzing;

namespace Matinee.Data.Tests.Fuzzing;

/// <summary>Where one case's files lie, mutated, and where its dataset would go.</summary>
internal sealed class FuzzPlace : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("matinee fuzz ").FullName;

    private FuzzPlace() => DataDirectory = Path.Combine(root, "in");

    public string DataDirectory { get; private set; }
    public string OutputParent => Path.Combine(root, "out");
    public string Output => Path.Combine(OutputParent, "dataset");

    public static FuzzPlace Make(RawInput input, byte[] bomb, Dice dice)
    {
        var place = new FuzzPlace();
        Directory.CreateDirectory(place.DataDirectory);
        if (dice.OneIn(100))
        {
            byte[] zip = [.. bomb];
            for (int n = dice.Below(3); n > 0; n--)
            {
                ZipMutations.Claim(zip, dice);
            }

            place.WriteZip(zip, dice);
            return place;
        }

        List<RawText> files = Mutated(input, dice);
        if (dice.OneIn(3))
        {
            string prefix = dice.Of("", "", "ml/", "ml/", "a/b/", "../", "/", "../../", @"..\", "C:/", "\0/", "//");
            byte[] zip = ZipMutations.Pack(
                files,
                prefix,
                dice.Of(CompressionLevel.Optimal, CompressionLevel.NoCompression)
            );
            place.WriteZip(dice.OneIn(2) ? ZipMutations.Damage(zip, dice) : zip, dice);
        }
        else
        {
            place.WriteFiles(files, dice);
        }

        return place;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static List<RawText> Mutated(RawInput input, Dice dice)
    {
        List<RawText> files = [.. input.Files];
        for (int n = dice.Below(4); n >= 0 && files.Count > 0; n--)
        {
            int file = dice.Below(files.Count);
            switch (dice.Below(25))
            {
                case 0:
                    files.RemoveAt(file);
                    break;
                case 1:
                    files[file] = files[file] with { Text = dice.Of([.. input.Files]).Text };
                    break;
                case 2:
                    files.Add(files[file] with { Name = files[file].Name.ToUpperInvariant() });
                    break;
                default:
                    files[file] = TextMutations.Apply(files[file], input, dice);
                    break;
            }
        }

        return files;
    }

    private void WriteZip(byte[] zip, Dice dice)
    {
        string path = Path.Combine(DataDirectory, "data.zip");
        File.WriteAllBytes(path, zip);
        DataDirectory = dice.OneIn(2) ? path : DataDirectory;
    }

    private void WriteFiles(List<RawText> files, Dice dice)
    {
        string folder = Path.Combine(DataDirectory, dice.Of("", "", "ml", "a/b"));
        Directory.CreateDirectory(folder);
        foreach (RawText file in files)
        {
            File.WriteAllBytes(Path.Combine(folder, file.Name), file.Bytes);
        }

        string extra = Path.Combine(folder, dice.Of([.. files.Select(file => file.Name), "tags.csv", "links.csv"]));
        if (dice.OneIn(30) && !File.Exists(extra))
        {
            Directory.CreateDirectory(extra);
        }

        if (dice.OneIn(50))
        {
            File.CreateSymbolicLink(Path.Combine(folder, "dangling"), Path.Combine(root, "nowhere"));
        }
    }
}
