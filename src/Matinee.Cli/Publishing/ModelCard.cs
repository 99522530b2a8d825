using System.Globalization;
using System.Text;
using Matinee.Cli.Terminal;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Interactions;
using Matinee.Data.Download;
using Matinee.Data.Registry;

namespace Matinee.Cli.Publishing;

/// <summary>What a person should know of a package before using it, in Markdown, and the package's entry in a registry.</summary>
/// <param name="trained">When the model was written, UTC.</param>
internal sealed class ModelCard(
    BuildRequest request,
    DatasetManifest dataset,
    EvaluationReport report,
    BundleFiles files,
    DateTime trained
)
{
    private const int K = 10;
    private const string SimulatedLicence = "Simulated ratings: no person's data.";

    private static readonly (string Metric, int? K, string Title)[] Shown =
    [
        ("ndcg", K, "NDCG@10"),
        ("recall", K, "recall@10"),
        ("precision", K, "precision@10"),
        ("map", K, "MAP@10"),
        ("mrr", K, "MRR@10"),
        (MetricNames.Coverage, K, "coverage@10"),
        (MetricNames.Rmse, null, "RMSE (stars)"),
        (MetricNames.Mae, null, "MAE (stars)"),
    ];

    private string Licence => dataset.Source.Simulated ? SimulatedLicence : request.Data.Licence;

    private string Day => trained.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The entry, but for what is known only of the written package.</summary>
    public RegistryEntry Entry() =>
        new()
        {
            Name = request.Name,
            Preset = request.Preset,
            Dataset = request.Data.Name,
            Description = Description(),
            Licence = Licence,
            Histories = request.WithHistories,
            MatineeVersion = files.Manifest.MatineeVersion,
            BundleSchemaVersion = files.Manifest.SchemaVersion,
            Created = Day,
        };

    public string Text()
    {
        var text = new StringBuilder();
        void Add(string line) => text.Append(line).Append('\n');
        Add($"# {request.Name}\n");
        Add($"{Description()}\n");
        Add("## Use\n");
        Add("```sh");
        Add($"matinee models pull {request.Name} --registry ADDRESS   # or unpack the zip into models/");
        Add($"matinee recommend --model-path models/{request.Name} --ratings my-ratings.csv");
        Add($"matinee serve --model-path models/{request.Name}");
        Add("```\n");
        Add("## Data\n");
        AddData(Add);
        Add("\n## Model\n");
        Add($"`{files.Manifest.Model}`, fitted on {files.Manifest.FittedOn}, seed {files.Manifest.Seed}. Options:\n");
        Add($"```json\n{files.Manifest.Options}\n```\n");
        Add("## Figures\n");
        AddFigures(Add);
        Add("\n## Limits\n");
        AddLimits(Add);
        Add("\n## Versions\n");
        Add(
            $"Matinee {files.Manifest.MatineeVersion}, bundle schema {files.Manifest.SchemaVersion}, trained on {Day}."
        );
        Add("`manifest.json` has the SHA-256 of every file; `matinee models verify` compares them.");
        return text.ToString();
    }

    private string Description()
    {
        EntityCounts after = dataset.Counts.After;
        Figure? ndcg = report.Models[0].Find("ndcg", K);
        string quality = ndcg is null ? "" : $"; NDCG@10 {Numbers.Fixed(ndcg.Value, 4)}";
        return $"{files.Manifest.Model}, {request.Preset}, on {request.Data.Name}: {Numbers.Count(after.Ratings)} ratings of "
            + $"{Numbers.Count(after.Movies)} movies by {Numbers.Count(after.Users)} people{quality}";
    }

    private void AddData(Action<string> add)
    {
        (EntityCounts before, EntityCounts after) = (dataset.Counts.Before, dataset.Counts.After);
        DatasetThresholds least = dataset.Thresholds;
        add($"{request.Data.Name}, `{dataset.Source.Layout}`. {Licence}\n");
        add("| | before | after |");
        add("|---|---|---|");
        add($"| people | {Numbers.Count(before.Users)} | {Numbers.Count(after.Users)} |");
        add($"| rated movies | {Numbers.Count(before.Movies)} | {Numbers.Count(after.Movies)} |");
        add($"| ratings | {Numbers.Count(before.Ratings)} | {Numbers.Count(after.Ratings)} |");
        add($"| tag applications | {Numbers.Count(before.TagApplications)} | {Numbers.Count(after.TagApplications)} |");
        add($"| movies in the catalogue | | {Numbers.Count(dataset.Counts.CatalogMovies)} |\n");
        add(
            $"Thresholds ('{request.Preset}'): {least.MinUserRatings} ratings per person, {least.MinMovieRatings} per movie, "
                + $"{least.MinTagsPerItem} tag applications for a movie's tags. Dataset `{dataset.Hash}`."
        );
        foreach (SourceFile file in dataset.Source.Files)
        {
            add($"- `{file.Name}`, {ByteSize.Format(file.Bytes)}, SHA-256 `{file.Sha256}`");
        }
    }

    private void AddFigures(Action<string> add)
    {
        string relevant =
            report.Protocol.MinRating > 0
                ? $"what was given {Numbers.Fixed(report.Protocol.MinRating, 1)} stars or more"
                : "whatever was rated";
        add(
            $"Split {report.Dataset.Split}: {Numbers.Count(report.Dataset.TestRatings)} ratings that no model has seen. Ranking: "
                + $"{report.Protocol.Ranking}, {report.Protocol.UsersText}, {report.Protocol.Candidates} candidates; relevant is "
                + $"{relevant}. In brackets 95% bootstrap intervals over people.\n"
        );
        add($"| | {string.Join(" | ", report.Models.Select(model => model.Name))} |");
        add($"|---|{string.Concat(Enumerable.Repeat("---|", report.Models.Count))}");
        foreach ((string metric, int? k, string title) in Shown)
        {
            Figure?[] figures = [.. report.Models.Select(model => model.Find(metric, k))];
            if (figures.Any(figure => figure is not null))
            {
                add($"| {title} | {string.Join(" | ", figures.Select(Cell))} |");
            }
        }
    }

    private void AddLimits(Action<string> add)
    {
        if (dataset.Source.Simulated)
        {
            add("- The ratings are simulated: the figures say that it works, not how people rate.");
        }

        add(
            $"- It ranks the {Numbers.Count(dataset.Counts.After.Movies)} movies that pass the thresholds, none that came later."
        );
        add(
            $"- It learned from people with {dataset.Thresholds.MinUserRatings} ratings or more; the figures are of them. Others, "
                + "people with short histories above all, may be served worse."
        );
        add("- What was popular when the data was gathered is favoured; whom the data lacks, it does not know.");
        add(
            request.WithHistories
                ? "- The people's histories are in the package, by the data's ids. Treat it as the data itself."
                : "- The people's histories are not in the package: it recommends to whoever brings ratings, not by a user id of the data."
        );
        if (files.KeepsRaters)
        {
            add(
                "- EASE, solved on the people's side, keeps who rated which movie inside the model, by row and without ids. "
                    + "Treat it as the data itself."
            );
        }

        if (files.KeepsPeople)
        {
            add(
                "- The factorization machine keeps a vector of every person that it learned from, by row and without ids."
            );
        }

        add("- Titles, genres and tags of the catalogue are the data's, under its licence.");
    }

    private static string Cell(Figure? figure) =>
        figure switch
        {
            null => "–",
            { Low: { } low, High: { } high } =>
                $"{Numbers.Fixed(figure.Value, 4)} [{Numbers.Fixed(low, 4)}, {Numbers.Fixed(high, 4)}]",
            _ => Numbers.Fixed(figure.Value, 4),
        };
}
