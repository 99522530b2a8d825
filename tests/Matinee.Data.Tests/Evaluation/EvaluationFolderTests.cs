using System.Globalization;
using Matinee.Core.Artifacts;
using Matinee.Core.Evaluation;
using Matinee.Core.Evaluation.Reports;
using Matinee.Core.Models;
using Matinee.Core.Models.Bias;
using Matinee.Core.Models.Ease;
using Matinee.Core.Models.Selection;

namespace Matinee.Data.Tests.Evaluation;

public sealed class EvaluationFolderTests : IDisposable
{
    private readonly RawFolder folder = new();
    private readonly Dataset dataset;
    private readonly TrainingPlan plan = new(
        EaseModel.ModelKind,
        [new EaseOptions { Regularization = 1 }],
        SelectionMetric.Ndcg,
        3,
        FitOn.TrainValidation
    );

    // Twenty people; user u rated every movie but those of u's remainder, the later movies later.
    public EvaluationFolderTests()
    {
        IEnumerable<(int User, int Movie)> pairs = Enumerable
            .Range(1, 20)
            .SelectMany(user =>
                Enumerable.Range(1, 15).Where(movie => movie % 4 != user % 4).Select(movie => (user, movie))
            );
        string rows = string.Concat(
            pairs.Select(pair =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{pair.User},{pair.Movie},{1 + ((pair.User + pair.Movie) % 5)},{pair.Movie * 100}\n"
                )
            )
        );
        folder.Write("ratings.csv", RawFolder.RatingsHeader + rows);
        folder.Write(
            "movies.csv",
            RawFolder.MoviesHeader + string.Concat(Enumerable.Range(1, 15).Select(movie => $"{movie},M{movie},War\n"))
        );
        dataset = folder.Prepare().Dataset;
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ReadStrata_OfWhatWasWritten_HasEveryUsersShare()
    {
        ModelEvaluation evaluation = Evaluate();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));

        var read = PerUserValues.Open(folder["report"]).ReadStrata();

        Assert.Equal(
            evaluation.Model.Strata.Select(stratum => new StratumKey(
                stratum.Grouping,
                stratum.Name,
                stratum.Metric,
                stratum.K
            )),
            read.Keys
        );
        // Who found nothing in a group is part of it all the same.
        Assert.Contains(
            evaluation.Model.Strata,
            stratum => stratum.Numerators.Zip(stratum.Denominators).Contains((0, 1))
        );
        foreach ((Stratum stratum, var users) in evaluation.Model.Strata.Zip(read.Values))
        {
            var expected = new Dictionary<int, (double, double)>();
            foreach ((int row, int user) in evaluation.Model.Ranking!.Users.Index())
            {
                if (stratum.Denominators[row] > 0)
                {
                    expected.Add(
                        dataset.Users[new UserIndex(user)].Value,
                        (stratum.Numerators[row], stratum.Denominators[row])
                    );
                }
            }

            Assert.Equal(expected.OrderBy(entry => entry.Key), users.OrderBy(entry => entry.Key));
        }
    }

    [Fact]
    public void ReadStrata_FilesOfNewPeople_AreUnderTheirIds()
    {
        folder.Write("support.csv", "userId,movieId,rating\n500,1,5\n501,2,4\n");
        folder.Write("test.csv", "userId,movieId,rating\n500,7,5\n501,8,4\n501,999,4\n");
        EvaluationTask task = GivenTasks.ColdUsers(
            dataset,
            folder["support.csv"],
            folder["test.csv"],
            minRating: 0,
            _ => { }
        );
        var evaluation = ModelEvaluation.Run(dataset, Train(), task, new EvaluationOptions { Resamples = 100 });
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));

        var values = PerUserValues.Open(folder["report"]);

        Assert.Equal([500, 501], values.Read(RankingMetric.Ndcg, 10).Keys);
        var cold = values.ReadStrata()[new StratumKey(Strata.Coldness, "0 ratings", "recall", 10)];
        Assert.Equal((0, 1), cold[501]);
        Assert.False(cold.ContainsKey(500));
    }

    [Fact]
    public void ReadStrata_ReportOfAnEarlierVersion_IsEmpty()
    {
        ModelEvaluation evaluation = Evaluate();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));
        File.Delete(Path.Combine(folder["report"], EvaluationFolder.StrataFile));

        Assert.Empty(PerUserValues.Open(folder["report"]).ReadStrata());
    }

    [Fact]
    public void ReadStrata_DamagedFile_SaysWhichAndWhatNext()
    {
        ModelEvaluation evaluation = Evaluate();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));
        folder.Write("report/strata.parquet", "not Parquet");

        string message = Assert
            .Throws<MatineeException>(() => PerUserValues.Open(folder["report"]).ReadStrata())
            .Message;

        Assert.Contains("strata.parquet can't be read", message, StringComparison.Ordinal);
        Assert.EndsWith("Evaluate again.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadRatingErrors_ModelThatRates_AreThoseOfTheReport()
    {
        ModelEvaluation evaluation = EvaluateBias();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));
        var values = PerUserValues.Open(folder["report"]);

        var errors = values.ReadRatingErrors();

        (double[] squared, double[] absolute, double[] counts) = evaluation.Model.Ratings!.SumsPerUser();
        Assert.Equal(evaluation.Model.Ratings.RatedUsers().Select(user => user + 1), errors.Keys);
        Assert.Equal(counts, errors.Values.Select(user => user.Count));
        foreach ((int n, (double Squared, double Absolute, double Count) user) in errors.Values.Index())
        {
            Assert.Equal(squared[n], user.Squared, 1e-5);
            Assert.Equal(absolute[n], user.Absolute, 1e-5);
        }

        foreach (Stratum stratum in evaluation.Model.RatingStrata)
        {
            var read = values.ReadStrata()[new StratumKey(stratum.Grouping, stratum.Name, "rmse", null)];
            Assert.Equal(stratum.Size, read.Values.Sum(user => user.Denominator));
            Assert.Equal(stratum.Numerators.Sum(), read.Values.Sum(user => user.Numerator), 1e-9);
        }

        Assert.NotEmpty(evaluation.Model.RatingStrata);
    }

    [Fact]
    public void ReadRatingErrors_DamagedFile_SaysWhichAndWhatNext()
    {
        ModelEvaluation evaluation = EvaluateBias();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));
        folder.Write("report/predictions.csv", "user_id,movie_id\n1,2\n");

        string message = Assert
            .Throws<MatineeException>(() => PerUserValues.Open(folder["report"]).ReadRatingErrors())
            .Message;

        Assert.Contains("predictions.csv can't be read", message, StringComparison.Ordinal);
        Assert.EndsWith("Evaluate again.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadRatingErrors_ModelThatOnlyRanks_AreNone()
    {
        ModelEvaluation evaluation = Evaluate();
        EvaluationFolder.Write(folder["report"], evaluation, EvaluationReport.From(evaluation));

        Assert.Empty(PerUserValues.Open(folder["report"]).ReadRatingErrors());
    }

    [Fact]
    public void Write_Folds_AreEvaluationsOfTheirOwnThatTestEveryRatingOnce()
    {
        IReadOnlyList<ModelEvaluation> folds = CrossValidation.Run(
            dataset,
            plan,
            new FoldOptions(Folds: 3),
            new EvaluationOptions { Resamples = 100 },
            new TrainingContext()
        );
        ModelEvaluation merged = CrossValidation.Merge(folds);
        EvaluationFolder.Write(folder["report"], merged, EvaluationReport.From(merged), folds);

        var tested = new List<string>();
        foreach ((int n, ModelEvaluation fold) in folds.Index())
        {
            string place = Path.Combine(folder["report"], "folds", $"{n + 1}");
            SortedDictionary<int, double> ndcg = PerUserValues.Open(place).Read(RankingMetric.Ndcg, 10);
            Assert.Equal(fold.Model.Ranking!.Mean(RankingMetric.Ndcg, 10), ndcg.Values.Average(), 1e-12);
            tested.AddRange(File.ReadLines(Path.Combine(place, "test.csv")).Skip(1));
        }

        Assert.Equal(
            dataset.Rows().Select(row => (row.User, row.Movie)).Order(),
            tested
                .Select(line => line.Split(','))
                .Select(cells =>
                    (
                        int.Parse(cells[0], CultureInfo.InvariantCulture),
                        int.Parse(cells[1], CultureInfo.InvariantCulture)
                    )
                )
                .Order()
        );
        Assert.Equal(20, PerUserValues.Open(folder["report"]).Read(RankingMetric.Ndcg, 10).Count);
        Assert.Empty(PerUserValues.Open(folder["report"]).ReadStrata());
    }

    private ModelEvaluation Evaluate() =>
        ModelEvaluation.Run(dataset, Train(), new EvaluationOptions { Cutoffs = [2], Resamples = 100 });

    private ModelEvaluation EvaluateBias() =>
        ModelEvaluation.Run(
            dataset,
            Train(plan with { Kind = BiasModel.ModelKind, Candidates = [new BiasOptions()] }),
            new EvaluationOptions { Cutoffs = [2], Resamples = 100 }
        );

    private ModelBundle Train() => Train(plan);

    private ModelBundle Train(TrainingPlan plan)
    {
        var context = new TrainingContext();
        return ModelBundle.From(dataset, plan, ModelSelection.Run(dataset, plan, context), context);
    }
}
