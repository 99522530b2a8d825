using Matinee.Core;
using Matinee.Core.Interactions;
using Matinee.Core.Models.Hybrid;
using Matinee.Core.Tests.Models.Hybrid;
using Matinee.Neural.Hybrid;
using Matinee.Neural.Hybrid.Scoring;
using static TorchSharp.torch;

namespace Matinee.Neural.Tests.Hybrid.Scoring;

/// <summary>That libtorch scores as Core does, on every device of this machine.</summary>
[Collection(OneAfterAnother.Name)]
public class TorchHybridModelTests
{
    private const int LargeCatalog = HybridModel.LargestFullCatalog + 500;

    private static readonly UserHistory[] s_histories =
    [
        UserHistory.Empty,
        .. Enumerable.Range(1, 20).Select(n => RandomHybrid.History(n, seed: n)),
        RandomHybrid.History(12, seed: 4, row: new UserIndex(5)),
        // Of a later training.
        RandomHybrid.History(9, seed: 5, row: new UserIndex(99)),
        RandomHybrid.History(40, seed: 6, row: new UserIndex(0)),
    ];

    public static TheoryData<bool, DeviceChoice> TextOrNot => ScoringDevices.Each([true, false]);
    public static TheoryData<string, DeviceChoice> Variants => ScoringDevices.Each(HybridVariants.All.Keys);
    public static TheoryData<DeviceChoice> Devices => [.. ScoringDevices.Here];

    [Theory]
    [MemberData(nameof(TextOrNot))]
    public void ScoreAndPredict_RandomNetwork_AreCores(bool text, DeviceChoice device)
    {
        HybridModel core = Random(text);
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));

        Assert.InRange(parity.AssertSameScores(s_histories), 900, 960);
        Assert.InRange(parity.AssertSameRatings(s_histories), 400, 960);
    }

    [Theory]
    [MemberData(nameof(TextOrNot))]
    public void ScoreAndPredict_HistoriesWithoutRatings_AreCores(bool text, DeviceChoice device)
    {
        HybridModel core = Random(text);
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));

        Assert.InRange(parity.AssertSameScores([UserHistory.Empty, UserHistory.Empty]), 35, 40);
        Assert.InRange(parity.AssertSameRatings([UserHistory.Empty, UserHistory.Empty]), 30, 40);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void ScoreAndPredict_KindsFarApart_AreCores(DeviceChoice device)
    {
        HybridTensors tensors = RandomHybrid.Tensors(RandomHybrid.Options, users: 0);
        // A movie of the last kind alone has weights that are hardly numbers, and is read all the same.
        float[] bias =
        [
            .. tensors.Text!.KindBias.Select((value, n) => value - 400 * (n / RandomHybrid.Options.AttentionHeads)),
        ];
        var core = new HybridModel(RandomHybrid.Options, tensors with { Text = tensors.Text with { KindBias = bias } });
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));

        Assert.InRange(parity.AssertSameScores(s_histories), 900, 960);
        Assert.InRange(parity.AssertSameRatings(s_histories), 400, 960);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void ScoreAndPredict_TrainedNetwork_AreCores(string variant, DeviceChoice device)
    {
        HybridModel core = HybridTrainer.Train(SmallWorld.Data, HybridVariants.All[variant], SmallWorld.Context);
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));
        UserHistory[] known =
        [
            .. Enumerable.Range(0, SmallWorld.Users).Select(user => SmallWorld.Ratings.History(new UserIndex(user))),
        ];
        UserHistory[] histories = [.. known, .. known.Select(history => history.WithoutRow()), UserHistory.Empty];

        Assert.InRange(parity.AssertSameScores(histories), 1000, histories.Length * SmallWorld.Items);
        Assert.InRange(parity.AssertSameRatings(histories), 500, histories.Length * SmallWorld.Items);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void ScoreBatch_LargeCatalog_ReadsTheBestAsCoreDoes(DeviceChoice device)
    {
        HybridModel core = Large(tensors => tensors);
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));
        UserHistory[] histories =
        [
            UserHistory.Empty,
            .. Enumerable.Range(0, 8).Select(n => RandomHybrid.History(5 + 20 * n, seed: 70 + n, LargeCatalog)),
        ];

        Assert.InRange(parity.AssertSameScores(histories), 50_000, histories.Length * LargeCatalog);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void ScoreBatch_FewerLeftThanAreRead_ReadsThoseThatCoreReads(DeviceChoice device)
    {
        // All weigh alike and little: a sum of so many has few right digits.
        HybridModel core = Large(tensors =>
            tensors with
            {
                HistoryQuery = new float[tensors.HistoryQuery.Length],
                RatingGate = [.. tensors.RatingGate.Select(_ => -9f)],
                RecencyGate = new float[tensors.RecencyGate.Length],
            }
        );
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));
        UserHistory[] histories =
        [
            RandomHybrid.History(LargeCatalog - 100, seed: 90, LargeCatalog),
            RandomHybrid.History(LargeCatalog, seed: 91, LargeCatalog),
        ];

        Assert.InRange(parity.AssertSameScores(histories), 10_000, histories.Length * LargeCatalog);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void ScoreBatch_LargeCatalogOfEquals_ReadsThoseThatCoreReads(DeviceChoice device)
    {
        // Without their texts all are equal but ten.
        HybridModel core = Large(tensors =>
            tensors with
            {
                RankingItems = new float[tensors.RankingItems.Length],
                RankingBias = [.. Enumerable.Range(0, LargeCatalog).Select(item => item % 2000 == 1777 ? 1f : 0)],
            }
        );
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(device));

        Assert.InRange(parity.AssertSameScores([RandomHybrid.History(30, seed: 8, LargeCatalog)]), 300, 510);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void Contributions_AnyHistory_AreCores(DeviceChoice device)
    {
        HybridModel core = Random(text: true);
        using TorchHybridModel torch = TorchHybridModel.On(device, core);
        UserHistory history = s_histories[12];
        var expected = new float[3 * history.Count];
        var actual = new float[3 * history.Count];

        core.Contributions(history, [3, 17, 20], expected);
        torch.Contributions(history, [3, 17, 20], actual);

        Assert.Equal(expected, actual);
        Assert.Contains(actual, part => part != 0);
    }

    [Theory]
    [MemberData(nameof(Devices))]
    public void ScoreAndPredict_ManyTimes_LeaveNoTensors(DeviceChoice device)
    {
        long before = Tensor.TotalCount;
        using (TorchHybridModel torch = TorchHybridModel.On(device, Random(text: true)))
        {
            long held = Tensor.TotalCount;
            var parity = new ScoringParity(Random(text: true), torch, ScoringDevices.Tolerance(device));
            for (int n = 0; n < 20; n++)
            {
                parity.AssertSameScores(s_histories);
                parity.AssertSameRatings(s_histories);
            }

            Assert.InRange(held, before + 10, before + 100);
            Assert.Equal(held, Tensor.TotalCount);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void ScoreBatch_SeveralThreads_DoNotMix()
    {
        HybridModel core = Random(text: true);
        using TorchHybridModel torch = TorchHybridModel.On(DeviceChoice.Cpu, core);
        var parity = new ScoringParity(core, torch, ScoringDevices.Tolerance(DeviceChoice.Cpu));

        Parallel.For(
            0,
            40,
            n =>
            {
                UserHistory[] few = s_histories[(n % 20)..];
                parity.AssertSameScores(few);
                parity.AssertSameRatings(few);
            }
        );
    }

    [Fact]
    public void On_CudaThatIsMissing_SaysWhatToDo()
    {
        Assert.SkipWhen(ScoringDevices.Here.Contains(DeviceChoice.Cuda), "This machine has such a device.");

        var error = Assert.Throws<MatineeException>(() => TorchHybridModel.On(DeviceChoice.Cuda, Random(text: true)));

        Assert.StartsWith("device 'cuda': no GPU that this build can use.", error.Message, StringComparison.Ordinal);
    }

    private static HybridModel Random(bool text)
    {
        HybridOptions options = text ? RandomHybrid.Options : RandomHybrid.TextFree;
        return new HybridModel(options, RandomHybrid.Tensors(options));
    }

    private static HybridModel Large(Func<HybridTensors, HybridTensors> change)
    {
        HybridOptions options = RandomHybrid.Options with { RankingFactors = 15, NFactors = 3, HiddenUnits = 2 };
        return new HybridModel(options, change(RandomHybrid.Tensors(options, LargeCatalog, users: 1, texts: 4000)));
    }
}
