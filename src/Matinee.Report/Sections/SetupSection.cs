using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Report.Page;

namespace Matinee.Report.Sections;

/// <summary>What was measured on what, and how.</summary>
internal static class SetupSection
{
    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true, NewLine = "\n" };

    public static Section Render(ReportContent content) =>
        new(
            "setup",
            "Data and protocol",
            new XElement(
                "dl",
                Facts(content)
                    .Where(fact => fact.Value is not null)
                    .Select(fact => new XElement(
                        "div",
                        new XElement("dt", fact.Name),
                        new XElement("dd", fact.Code ? new XElement("code", fact.Value) : fact.Value)
                    ))
            ),
            Options(content)
        );

    // Dozens of lines: whoever wants them opens them.
    private static XElement? Options(ReportContent content) =>
        content.Figures.Models[0].Options is { } options
            ? new XElement(
                "details",
                new XElement("summary", "Options"),
                new XElement("pre", new XElement("code", JsonObject.Create(options)?.ToJsonString(Lines)))
            )
            : null;

    private static IEnumerable<(string Name, string? Value, bool Code)> Facts(ReportContent content)
    {
        DatasetFacts data = content.Figures.Dataset;
        ProtocolFacts protocol = content.Figures.Protocol;
        RunFacts? run = content.Figures.Run;
        yield return ("Dataset", data.Simulated ? $"{data.Layout}, simulated" : data.Layout, false);
        yield return ("Dataset hash", data.Hash, true);
        yield return ("Size", $"{Words.Count(data.Users)} users, {Words.Count(data.RankedMovies)} movies", false);
        yield return (
            "Ratings",
            $"{Words.Count(data.FittedRatings)} known, {Words.Count(data.TestRatings)} held out",
            false
        );
        yield return ("Split", Split(content), false);
        yield return (
            "Ranking",
            $"{protocol.Ranking}, of {Words.Count(protocol.Candidates)} movies minus each user's known ones, for "
                + $"{Words.Count(protocol.Users)} users"
                + (protocol.UsersDrawnFrom is { } all ? $" drawn from {Words.Count(all)}" : ""),
            false
        );
        yield return (
            "Relevant",
            protocol.MinRating > 0
                ? $"held-out ratings of at least {Words.Short(protocol.MinRating)} stars"
                : "held-out ratings, whatever their stars",
            false
        );
        yield return (
            "Lists",
            protocol.Engine ? "as users get them: histories below 30 ratings lean on popularity" : "by the model alone",
            false
        );
        yield return ("Equal scores", protocol.Ties, false);
        yield return (
            "Controls",
            protocol.Controls is { } controls
                ? $"{controls.Describe()}, the lists of {content.Figures.Models[0].Name} alone"
                : null,
            false
        );
        yield return ("Protocol hash", protocol.Hash, true);
        foreach (SourceFile file in protocol.Files ?? [])
        {
            yield return ($"File {file.Name}", file.Sha256, true);
        }

        yield return (
            "Time",
            string.Join(
                ", ",
                content.Figures.Models.Select(model =>
                    string.Create(CultureInfo.InvariantCulture, $"{model.Name} {model.Seconds:0.###} s")
                )
            )
                + (
                    run is null
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"; all {run.Seconds:0.##} s on {run.Cores} cores"
                        ) + (run.Device is null ? "" : $", scored through libtorch on {run.Device}")
                ),
            false
        );
        yield return (
            "Peak memory",
            run is null ? null : $"{Words.Count(run.PeakMemoryBytes / (1024 * 1024))} MiB, the whole evaluation",
            false
        );
    }

    private static string Split(ReportContent content)
    {
        DatasetSplit split = content.Evaluation.Dataset.Manifest.Split;
        string protocol = content.Figures.Dataset.Split;
        if (protocol != split.Protocol)
        {
            return protocol;
        }

        string test = split.TestFraction is { } fraction ? $", {Words.Short(100 * fraction)}% test" : "";
        string validation = split.ValidationFraction is { } part ? $", {Words.Short(100 * part)}% validation" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{protocol}{test}{validation}, seed {split.Seed}");
    }
}
