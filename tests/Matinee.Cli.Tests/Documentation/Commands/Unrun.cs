namespace Matinee.Cli.Tests.Documentation.Commands;

/// <summary>A documented command that these tests don't run.</summary>
/// <param name="Command">In its words; with a star at the end, how it begins.</param>
/// <param name="Reason">Why, and what tests it instead.</param>
internal sealed record Unrun(string Command, string Reason)
{
    public static IReadOnlyList<Unrun> All { get; } =
    [
        new("./matinee quickstart", "ProgramTests.Quickstart_*: it trains a blend, then serves until it is stopped"),
        new("./matinee train --config-path configs/blend.yaml", "TrainBlendTests: long"),
        new("./matinee train --data-dir data/processed --config-path configs/hybrid.yaml*", "TrainHybridTests: long"),
        new(
            "./matinee train --data-dir data/processed --config-path configs/fm.yaml*",
            "TrainFactorizationMachineTests: long"
        ),
        new(
            "./matinee evaluate --data-dir data/processed --model-path models/hybrid --output-dir reports/hybrid --device*",
            "ScoringDeviceTests: takes a network"
        ),
        new(
            "./matinee recommend --model-path models/hybrid --user-id 1 --device cuda",
            "ScoringDeviceTests: takes a GPU"
        ),
        new("./matinee demo", "DemoCommandTests: lines below it are long with so much; they go by a smaller one"),
        new("./matinee models build small --dataset ml-32m", "ModelsBuildTests: long"),
        new("./matinee models build large*", "ModelsBuildTests: long"),
        new("./matinee models pull demo*", "ModelsPullTests: takes what the line above it builds"),
        new("./matinee doctor", "DoctorCommandTests: long, and a line below it runs with more"),
        new("./matinee doctor --json", "DoctorCommandTests: long"),
        new("./matinee synthesize --users 200948*", "SynthesizeCommandTests: long"),
        new("./matinee import --jellyfin*", "JellyfinServerTests: takes a Jellyfin server"),
        new("curl -H Authorization: MediaBrowser*", "JellyfinServerTests: takes a Jellyfin server"),
        new("curl -o poster.jpg*", "PosterEndpointTests: takes TMDB"),
        new(
            "curl localhost:3000/api/admin/model -H content-type: application/json -d { \"version\"*",
            "ModelSwapTests: takes a model that was retrained"
        ),
    ];

    public bool Is(DocumentedCommand command) =>
        Command.EndsWith('*')
            ? command.Text.StartsWith(Command[..^1], StringComparison.Ordinal)
            : command.Text == Command;

    public static bool Any(DocumentedCommand command) => All.Any(one => one.Is(command));
}
