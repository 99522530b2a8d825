using System.Globalization;

namespace Matinee.Bench.Ablation;

/// <summary>What one trained variant gives each user on one task, kept in a file so that a run can be cut off and go on.</summary>
/// <param name="Values">By figure's name, one value per user; the users of a task are always the same.</param>
internal sealed record AblationFigures(IReadOnlyDictionary<string, double[]> Values)
{
    public static AblationFigures Read(string path) =>
        new(
            File.ReadLines(path)
                .Select(line => line.Split(','))
                .ToDictionary(
                    parts => parts[0],
                    parts => parts.Skip(1).Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray()
                )
        );

    public void Write(string path)
    {
        string unfinished = path + ".part";
        File.WriteAllLines(
            unfinished,
            Values.Select(pair =>
                string.Join(
                    ',',
                    pair.Value.Select(value => value.ToString("R", CultureInfo.InvariantCulture)).Prepend(pair.Key)
                )
            )
        );
        File.Move(unfinished, path, overwrite: true);
    }
}
