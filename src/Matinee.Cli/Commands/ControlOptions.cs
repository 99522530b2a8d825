using System.CommandLine;
using Matinee.Core.Ranking.Controls;

namespace Matinee.Cli.Commands;

/// <summary>Control over lists beyond their scores, the same for <c>recommend</c> and <c>evaluate</c>.</summary>
internal sealed class ControlOptions
{
    private readonly Option<double> diversity = CommonOptions.Number(
        "--diversity",
        0,
        1,
        "How much being unlike the rest of the list counts, 0 to 1; 0.22 makes lists 5% more diverse for under 1% NDCG@10."
    );

    private readonly Option<string> method = new("--diversity-method")
    {
        Description = "mmr (marginal relevance) or dpp (determinantal point process).",
        DefaultValueFactory = _ => "mmr",
    };

    private readonly Option<double> calibration = CommonOptions.Number(
        "--calibration",
        0,
        1,
        "How much the list shall have the history's mix of genres, 0 to 1."
    );

    private readonly Option<double> popularity = CommonOptions.Number(
        "--popularity",
        0,
        -1,
        1,
        "-1: towards little-known movies; 1: towards well-known ones."
    );

    private readonly Option<double> serendipity = CommonOptions.Number(
        "--serendipity",
        0,
        1,
        "How much being unlike the history counts among well-scored movies, 0 to 1."
    );

    public ControlOptions() => method.AcceptOnlyFromAmong("mmr", "dpp");

    public void AddTo(Command command)
    {
        command.Options.Add(diversity);
        command.Options.Add(method);
        command.Options.Add(calibration);
        command.Options.Add(popularity);
        command.Options.Add(serendipity);
    }

    public RankingControls Read(ParseResult parsed) =>
        new()
        {
            Diversity = parsed.GetValue(diversity),
            DiversityMethod = Enum.Parse<DiversityMethod>(parsed.GetRequiredValue(method), ignoreCase: true),
            Calibration = parsed.GetValue(calibration),
            Popularity = parsed.GetValue(popularity),
            Serendipity = parsed.GetValue(serendipity),
        };
}
