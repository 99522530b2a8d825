using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Matinee.Cli.Terminal;

/// <summary>The usual help, with commands to copy below it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> Examples = new()
    {
        ["quickstart"] =
        [
            "./matinee quickstart",
            "./matinee quickstart --data-dir ~/Downloads/ml-latest-small.zip --user-id 42",
            "./matinee quickstart --no-serve",
        ],
        ["download"] = ["./matinee download ml-latest-small", "./matinee download ml-32m --output-dir /mnt/movielens"],
        ["demo"] = ["./matinee demo", "./matinee demo --users 100 --ratings 5000 --seed 1 --output-dir data/raw/tiny"],
        ["synthesize"] =
        [
            "./matinee synthesize",
            "./matinee synthesize --users 200948 --movies 87585 --ratings 32000204 \\\n"
                + "      --output-dir data/raw/synthetic-32m",
        ],
        ["preprocess"] =
        [
            "./matinee preprocess --data-dir data/raw/ml-latest-small",
            "./matinee preprocess --data-dir ml-32m.zip --preset small --split global-temporal",
            "./matinee preprocess --data-dir data/raw/ml-latest-small \\\n"
                + "      --train-file train.csv --valid-file valid.csv --test-file test.csv",
        ],
        ["keys"] =
        [
            "./matinee keys create --scope admin --name operator",
            "./matinee keys create --scope write --name 'shop backend' --days 365",
            "./matinee keys create --scope write --name anna --user 42",
            "./matinee keys list",
            "./matinee keys revoke 0123456789abcdef",
        ],
        ["import"] =
        [
            "./matinee import letterboxd-anna-2026-11-01.zip",
            "./matinee import ratings.csv --output imported.csv --review review.csv",
            "./matinee import ratings.csv --choices review.csv --output imported.csv",
            "./matinee recommend --ratings imported.csv",
            "./matinee import ratings.csv --server http://127.0.0.1:3000",
            "JELLYFIN_API_KEY=... ./matinee import --jellyfin http://localhost:8096 --jellyfin-user anna \\\n"
                + "      --server http://127.0.0.1:3000 --user-id 1000000 --only-library",
        ],
        ["store"] = ["./matinee store info --store data/matinee.db"],
        ["store backup"] =
        [
            "./matinee store backup --store data/matinee.db --output backup.zip",
            "MATINEE_STORE=postgres://matinee:secret@db/matinee ./matinee store backup --output backup.zip",
        ],
        ["store restore"] = ["./matinee store restore --store restored.db --input backup.zip"],
        ["store info"] = ["./matinee store info --store data/matinee.db"],
        ["train"] =
        [
            "./matinee train",
            "./matinee train --config-path configs/bm25.yaml --output-dir models/bm25",
            "./matinee train --fit-on all --output-dir models/serving",
        ],
        ["tune"] =
        [
            "./matinee tune --config-path configs/als.yaml --trials 20",
            "./matinee tune --config-path my.yaml --time-limit 2h --output-dir models/tune-als",
            "./matinee train --config-path models/tune/best.yaml",
            "my.yaml:\n"
                + "    model: als\n"
                + "    model_params:\n"
                + "      factors: { from: 32, to: 512, scale: log }   # whole numbers, by ratios\n"
                + "      regularization: { from: 0.0005, to: 0.05, scale: log }\n"
                + "      frequency_exponent: { from: 0, to: 1, step: 0.1 }\n"
                + "      weighting: [none, bm25]                      # a list is chosen from\n"
                + "      iterations: 16                               # a value stays",
        ],
        ["evaluate"] =
        [
            "./matinee evaluate",
            "./matinee evaluate --model-path models/bm25 --output-dir reports/bm25 --min-rating 4",
            "./matinee evaluate --pareto --diversity 0.22 --output-dir reports/diverse",
        ],
        ["cross-validate"] =
        [
            "./matinee cross-validate",
            "./matinee cross-validate --config-path configs/als.yaml --folds 10 --output-dir reports/als-10",
        ],
        ["compare"] =
        [
            "./matinee compare reports/ease reports/bm25",
            "./matinee compare reports/a reports/b --top-k 20",
        ],
        ["export-ratings"] =
        [
            "./matinee export-ratings --store matinee.db --output-dir data/raw/export",
            "./matinee preprocess --data-dir data/raw/export",
        ],
        ["retrain"] =
        [
            "./matinee retrain --dry-run",
            "./matinee retrain --model-path models/default --store data/matinee.db",
            "30 4 * * *  cd /srv/matinee && ./matinee retrain >>retrain.log 2>&1   # in a crontab: every night",
            "MATINEE_API_KEY=... ./matinee retrain --server https://movies.example   # and wait until it answers there",
        ],
        ["models"] =
        [
            "./matinee models build small --dataset ml-32m",
            "./matinee models list --registry https://models.example/matinee",
            "./matinee models pull small-ml-32m --registry https://models.example/matinee",
            "./matinee models verify small-ml-32m",
            "./matinee models history --model-path models/default",
            "./matinee models rollback",
            "./matinee models rollback 20261128T043000123Z-1a2b3c4d",
        ],
        ["doctor"] =
        [
            "./matinee doctor",
            "./matinee doctor --model-path models/hybrid --port 8080",
            "./matinee doctor --json | jq '.checks[] | select(.status != \"ok\")'",
        ],
        ["completion"] =
        [
            "source <(./matinee completion bash)",
            "source <(./matinee completion zsh)    # after compinit",
            "./matinee completion fish | source",
            "./matinee completion pwsh | Out-String | Invoke-Expression",
        ],
        ["models list"] = ["./matinee models list", "./matinee models list --registry https://models.example/matinee"],
        ["models history"] = ["./matinee models history --model-path models/default"],
        ["models rollback"] = ["./matinee models rollback", "./matinee models rollback 20261128T043000123Z-1a2b3c4d"],
        ["keys create"] =
        [
            "./matinee keys create --scope admin --name operator",
            "./matinee keys create --scope write --name anna --user 42",
        ],
        ["keys list"] = ["./matinee keys list", "./matinee keys list --store data/shop.db"],
        ["keys revoke"] = ["./matinee keys revoke 8f3a6c1d"],
        ["models build"] =
        [
            "./matinee models build tiny --dataset ml-32m",
            "./matinee models build large --dataset latest-small --with-histories",
            "./matinee models build small --dataset ~/ratings --licence 'Our own; for use inside the company.' --name shop",
        ],
        ["models pull"] =
        [
            "./matinee models pull tiny-ml-32m --registry https://models.example/matinee",
            "./matinee recommend --model-path models/tiny-ml-32m --ratings my-ratings.csv",
        ],
        ["models verify"] =
        [
            "./matinee models verify",
            "./matinee models verify tiny-ml-32m",
            "./matinee models verify models/default",
        ],
        ["recommend"] =
        [
            "./matinee recommend --user-id 1",
            "./matinee recommend --ratings my-ratings.csv --n-recommendations 20",
            "./matinee recommend --user-id 1 --diversity 0.22 --genre Comedy --years 1990-1999",
            "./matinee recommend --user-id 1 --format json | jq '.recommendations[].title'",
        ],
        ["serve"] =
        [
            "./matinee serve",
            "./matinee serve --model-path models/hybrid --port 8080 --store data/shop.db",
            "MATINEE_LOG_LEVEL=INFO MATINEE_LOG_FORMAT=json ./matinee serve --host '*'",
            "curl 'localhost:3000/api/recommendations/1?limit=5'",
        ],
    };

    public static void AddTo(RootCommand root)
    {
        HelpOption option = root.Options.OfType<HelpOption>().Single();
        if (option.Action is HelpAction help)
        {
            option.Action = new HelpWithExamples(help);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        if (Examples.TryGetValue(PathOf(parseResult.CommandResult), out string[]? examples))
        {
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string example in examples)
            {
                output.WriteLine($"  {example.Replace("./matinee", ProgramName.Typed, StringComparison.Ordinal)}");
            }

            output.WriteLine();
        }

        return code;
    }

    // Such as "models list"; empty for the program itself.
    private static string PathOf(CommandResult result) =>
        result is { Command: not RootCommand, Parent: CommandResult above }
            ? $"{PathOf(above)} {result.Command.Name}".TrimStart()
            : "";
}
