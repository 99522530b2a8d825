using Matinee.Core.Interactions.Splits;

namespace Matinee.Data.Tests.Preparation;

public class GivenPartsTests
{
    private const string Train = RawFolder.RatingsHeader + "7,10,4,1\n7,20,3,2\n8,10,5,3\n";
    private const string Test = RawFolder.RatingsHeader + "8,20,2,4\n";

    [Fact]
    public void Prepare_AllThreeFiles_TakesTheirParts()
    {
        using RawFolder folder = Files(Train, Test, RawFolder.RatingsHeader + "7,20,3,2\n");

        Dataset dataset = Prepare(folder, withValidation: true).Dataset;

        Assert.Equal(
            [
                (7, 10, 4f, 1, SplitPart.Train),
                (7, 20, 3f, 2, SplitPart.Validation),
                (8, 10, 5f, 3, SplitPart.Train),
                (8, 20, 2f, 4, SplitPart.Test),
            ],
            dataset.Rows()
        );
        Assert.Equal(4, dataset.Manifest.Counts.Before.Ratings);
        Assert.Equal(0, dataset.Manifest.Counts.DuplicateRatings);
        Assert.Equal(new DatasetSplit(DatasetSplit.GivenFiles, null, null, 42), dataset.Manifest.Split);
        Assert.Equal(
            ["movies.csv", "train.csv", "test.csv", "valid.csv"],
            dataset.Manifest.Source.Files.Select(file => file.Name)
        );
    }

    [Fact]
    public void Prepare_NoValidationFile_DrawsFromTheTrainingRows()
    {
        using RawFolder folder = Files(Train, Test, "");

        Dataset dataset = Prepare(folder, withValidation: false, fractions: new SplitFractions(0.2, 0.25)).Dataset;

        // A quarter of four ratings is a third of three training rows: one of user 7's two, none of user 8's one.
        Assert.Equal([SplitPart.Train, SplitPart.Validation, SplitPart.Train, SplitPart.Test], dataset.Ratings.Parts);
        Assert.Equal("user-temporal", dataset.Manifest.Split.ValidationProtocol);
    }

    [Fact]
    public void Prepare_NoValidationWanted_KeepsAllTrainingRows()
    {
        using RawFolder folder = Files(Train, Test, "");

        Dataset dataset = Prepare(folder, withValidation: false, fractions: new SplitFractions(0.2, 0)).Dataset;

        Assert.Equal(
            (3, 0, 1),
            (
                dataset.Manifest.Counts.TrainRatings,
                dataset.Manifest.Counts.ValidationRatings,
                dataset.Manifest.Counts.TestRatings
            )
        );
        Assert.Null(dataset.Manifest.Split.ValidationProtocol);
    }

    [Fact]
    public void Prepare_MoreValidationThanTrainingRows_Stops()
    {
        using RawFolder folder = Files(Train, Test, "");

        Assert.Contains(
            "--validation-fraction",
            Assert.Throws<MatineeException>(() => Prepare(folder, false, new SplitFractions(0, 0.9))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Prepare_PairInTrainAndTest_Stops()
    {
        using RawFolder folder = Files(Train, Test + "7,10,1,9\n", RawFolder.RatingsHeader + "7,20,3,2\n");

        Assert.StartsWith(
            "userId 7, movieId 10 stands in both the train and the test file.",
            Assert.Throws<MatineeException>(() => Prepare(folder, withValidation: true)).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("8,20,2,4\n", 8, 20)]
    [InlineData("9,10,2,4\n", 9, 10)]
    public void Prepare_ValidationRowNotInTrain_Stops(string row, int user, int movie)
    {
        using RawFolder folder = Files(Train, Test, RawFolder.RatingsHeader + row);

        Assert.StartsWith(
            $"userId {user}, movieId {movie} stands in the validation file but not in the train file",
            Assert.Throws<MatineeException>(() => Prepare(folder, withValidation: true)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Prepare_MissingFile_NamesIt()
    {
        using RawFolder folder = Files(Train, Test, "");
        File.Delete(folder["given/test.csv"]);

        Assert.Contains(
            folder["given/test.csv"],
            Assert.Throws<MatineeException>(() => Prepare(folder, withValidation: false)).Message,
            StringComparison.Ordinal
        );
    }

    private static RawFolder Files(string train, string test, string validation) =>
        RawFolder
            .Small()
            .Write("given/train.csv", train)
            .Write("given/test.csv", test)
            .Write("given/valid.csv", validation);

    private static PreparedDataset Prepare(RawFolder folder, bool withValidation, SplitFractions? fractions = null) =>
        folder.Prepare(options =>
            options with
            {
                SplitFiles = new SplitFiles(
                    folder["given/train.csv"],
                    withValidation ? folder["given/valid.csv"] : null,
                    folder["given/test.csv"]
                ),
                Fractions = fractions ?? options.Fractions,
            }
        );
}
