using System.Text;
using Matinee.Data.Raw;

namespace Matinee.Data.Tests.Raw;

public class RawUsersTests
{
    private const string Users100K = "7|24|M|technician|85711\n8|53|F|other|T8H1N\n9|7|M|student|V3N4P\n";
    private const string Users1M = "9::M::56::16::98107-2117\n7::F::1::10::48067\n8::M::25::1::00501\n";

    public static TheoryData<string, string> BadRows =>
        new()
        {
            { "u.user", "10|x|M|other|1 => age 'x' is not an age from 1 to 120" },
            { "u.user", "10|0|M|other|1 => age '0' is not an age from 1 to 120" },
            { "u.user", "10|121|M|other|1 => age '121' is not an age from 1 to 120" },
            { "u.user", "10|-4|M|other|1 => age '-4' is not an age from 1 to 120" },
            { "u.user", "10|24|m|other|1 => gender 'm' is not F or M" },
            { "u.user", "x|24|M|other|1 => userId 'x' is not a whole number from 1 to 2147483647" },
            { "u.user", "7|24|M|other|1 => userId '7' stands twice" },
            { "u.user", "10|24|M|other => 4 fields where there should be 5" },
            { "u.user", "10|24|M|other|1|2 => 6 fields where there should be 5" },
            { "users.dat", "10::F::24::10::1 => age '24' is not one of the ages 1, 18, 25, 35, 45, 50, 56" },
            { "users.dat", "10::F::1::21::1 => occupation '21' is not an occupation from 0 to 20" },
            { "users.dat", "10::F::1::-1::1 => occupation '-1' is not an occupation from 0 to 20" },
            { "users.dat", "10::F::1::writer::1 => occupation 'writer' is not an occupation from 0 to 20" },
            { "users.dat", "10::1::F::10::1 => gender '1' is not F or M" },
            { "users.dat", "8::F::1::10::1 => userId '8' stands twice" },
            { "users.dat", "10::F::1::10 => 4 fields where there should be 5" },
        };

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    public void Prepare_100K_HasTheAttributesAsTheyStand(string lineEnd)
    {
        using RawFolder folder = Files100K().Write("U.User", Users100K.ReplaceLineEndings(lineEnd));

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(
            ["7: 24 M technician 85711", "8: 53 F other T8H1N", "9: 7 M student V3N4P"],
            dataset.DescribedUsers()
        );
        Assert.Equal(3, dataset.Manifest.Counts.UsersWithAttributes);
        Assert.Equal(["u.item", "U.User", "u.data"], dataset.Manifest.Source.Files.Select(file => file.Name));
    }

    [Fact]
    public void Prepare_1M_HasTheOccupationInWords()
    {
        using RawFolder folder = Files1M().Write("users.dat", Users1M);

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(
            ["7: 1 F K-12 student 48067", "8: 25 M academic/educator 00501", "9: 56 M self-employed 98107-2117"],
            dataset.DescribedUsers()
        );
        Assert.Equal(
            ["movies.dat", "users.dat", "ratings.dat"],
            dataset.Manifest.Source.Files.Select(file => file.Name)
        );
    }

    [Theory]
    [InlineData(0, "other")]
    [InlineData(9, "homemaker")]
    [InlineData(12, "programmer")]
    [InlineData(17, "technician/engineer")]
    [InlineData(20, "writer")]
    public void Prepare_1MOccupation_IsTheReadmesName(int code, string expected)
    {
        using RawFolder folder = Files1M().Write("users.dat", $"7::F::50::{code}::1\n");

        Assert.Equal(expected, Assert.IsType<UserAttributes>(folder.Prepare().Dataset.Attributes).Occupations[0]);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("latin1")]
    public void Prepare_EitherEncoding_HasTheSameLetters(string encoding)
    {
        using RawFolder folder = Files100K()
            .Write("u.user", "7|24|M|employé de café|1\n", Encoding.GetEncoding(encoding));

        Assert.Equal(
            "employé de café",
            Assert.IsType<UserAttributes>(folder.Prepare().Dataset.Attributes).Occupations[0]
        );
    }

    [Fact]
    public void Prepare_SpacesEmptyFieldsAndControls_AreTrimmedNullAndSpaces()
    {
        using RawFolder folder = Files100K().Write("u.user", " 7 | 24 | M | a\0b | 1 2 \n8|||| \n9||F||\n");

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(["7: 24 M a b 1 2", "8: - - - -", "9: - F - -"], dataset.DescribedUsers());
        Assert.Equal(2, dataset.Manifest.Counts.UsersWithAttributes);
    }

    [Fact]
    public void Prepare_NoUsersFile_HasNoAttributes()
    {
        using RawFolder folder100K = Files100K();
        using RawFolder folder1M = Files1M();

        Assert.All(
            [folder100K.Prepare(), folder1M.Prepare()],
            prepared =>
            {
                Assert.Null(prepared.Dataset.Attributes);
                Assert.Equal(0, prepared.Dataset.Manifest.Counts.UsersWithAttributes);
            }
        );
    }

    [Fact]
    public void Prepare_UserWithoutARow_HasNulls()
    {
        using RawFolder folder = Files1M().Write("users.dat", "9::M::56::16::98107-2117\n");

        Dataset dataset = folder.Prepare().Dataset;

        Assert.Equal(["7: - - - -", "8: - - - -", "9: 56 M self-employed 98107-2117"], dataset.DescribedUsers());
        Assert.Equal(1, dataset.Manifest.Counts.UsersWithAttributes);
    }

    [Fact]
    public void Prepare_UserBelowTheThresholds_TakesTheAttributesAlong()
    {
        // Users 7 and 9 have two ratings, user 8 has one.
        using RawFolder folder = Files1M().Write("users.dat", Users1M);

        Dataset dataset = folder
            .Prepare(options => options with { Thresholds = RawFolder.KeepAll with { MinUserRatings = 2 } })
            .Dataset;

        Assert.Equal(["7: 1 F K-12 student 48067", "9: 56 M self-employed 98107-2117"], dataset.DescribedUsers());
        Assert.Equal(2, dataset.Manifest.Counts.UsersWithAttributes);
    }

    [Fact]
    public void Prepare_OtherAttributes_HaveAnotherHash()
    {
        using RawFolder folder = Files100K();
        string without = folder.Prepare().Dataset.Manifest.Hash;
        string strangers = Hash("1|24|M|other|1\n");
        string[] others =
        [
            Hash("7|24|M|other|1\n"),
            Hash("8|24|M|other|1\n"),
            Hash("7|25|M|other|1\n"),
            Hash("7|24|F|other|1\n"),
            Hash("7|24|M|artist|1\n"),
            Hash("7|24|M|other|2\n"),
            Hash("7|24|M|1|other\n"),
        ];

        Assert.Equal(without, strangers);
        Assert.Equal(others.Length + 1, others.Append(without).Distinct().Count());

        string Hash(string users) => folder.Write("u.user", users).Prepare().Dataset.Manifest.Hash;
    }

    [Fact]
    public void Prepare_FromZip_GivesTheSameDataset()
    {
        using RawFolder folder = Files1M().Write("users.dat", Users1M);
        using RawFolder place = folder.Zipped("ml-1m.zip");

        Dataset zipped = place.Prepare().Dataset;

        Assert.Equal(folder.Prepare().Dataset.Manifest.Hash, zipped.Manifest.Hash);
        Assert.Equal(3, zipped.Manifest.Counts.UsersWithAttributes);
    }

    [Theory]
    [MemberData(nameof(BadRows))]
    public void Prepare_BadRow_NamesFileLineFieldAndValueAndMayBeSkipped(string file, string rowAndProblem)
    {
        string[] parts = rowAndProblem.Split(" => ");
        using RawFolder folder = file == "u.user" ? Files100K() : Files1M();
        folder.Write(file, (file == "u.user" ? Users100K : Users1M) + parts[0] + "\n");

        Assert.StartsWith($"{file}, line 4: {parts[1]}. Fix", folder.PrepareError(), StringComparison.Ordinal);
        PreparedDataset skipped = folder.Prepare(options => options with { SkipBadRows = true });
        Assert.Equal($"{file}, line 4: {parts[1]}", Assert.Single(skipped.Skipped).Summary);
        Assert.Equal(3, skipped.Dataset.Manifest.Counts.UsersWithAttributes);
    }

    [Theory]
    [InlineData("u.user", "u.user is empty. Its lines should read userId|age|gender|occupation|zip.")]
    [InlineData("users.dat", "users.dat is empty. Its lines should read userId::gender::age::occupation::zip.")]
    public void Prepare_EmptyFile_SaysWhatTheLinesShouldBe(string file, string expected)
    {
        using RawFolder folder = file == "u.user" ? Files100K() : Files1M();
        folder.Write(file, "\n");

        Assert.Equal(expected, folder.PrepareError());
    }

    [Fact]
    public void Codes_OfMovieLens1M_AreSevenAgesAndTwentyOneOccupations()
    {
        Assert.Equal(7, UserCodes.Ages.Count);
        Assert.Equal(21, UserCodes.Occupations.Distinct().Count());
    }

    private static RawFolder Files100K() =>
        new RawFolder()
            .Write("u.data", Ratings("\t"))
            .Write("u.item", $"1|One|||x|{string.Join('|', new int[19])}\n2|Two|||x|{string.Join('|', new int[19])}\n");

    private static RawFolder Files1M() =>
        new RawFolder().Write("ratings.dat", Ratings("::")).Write("movies.dat", "1::One::War\n2::Two::War\n");

    private static string Ratings(string separator) =>
        string.Concat(
            new[] { "7 1 4 100", "7 2 3 200", "8 1 5 300", "9 1 2 400", "9 2 1 500" }.Select(row =>
                row.Replace(" ", separator, StringComparison.Ordinal) + "\n"
            )
        );
}
