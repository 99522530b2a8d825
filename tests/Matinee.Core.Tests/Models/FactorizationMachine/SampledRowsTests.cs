using Matinee.Core.Models.FactorizationMachine;

namespace Matinee.Core.Tests.Models.FactorizationMachine;

public class SampledRowsTests
{
    [Fact]
    public void Store_ThenRead_KeepsRowsPartByPart()
    {
        SampledRows rows = SampledRows.Empty(rows: 2, rank: 2, samples: 3);

        for (int sample = 0; sample < 3; sample++)
        {
            rows.Store(sample, [sample, 10 + sample], [100 + sample, 200 + sample, 300 + sample, 400 + sample]);
        }

        var read = new float[9];
        rows.Read(0, read);
        Assert.Equal([0, 1, 2, 100, 101, 102, 200, 201, 202], read);
        rows.Read(1, read);
        Assert.Equal([10, 11, 12, 300, 301, 302, 400, 401, 402], read);
        Assert.Equal(2, rows.RowCount);
    }

    [Fact]
    public void Store_AnyNumber_KeepsThreeDigits()
    {
        SampledRows rows = SampledRows.Empty(rows: 1, rank: 0, samples: 1);
        var read = new float[1];

        foreach (double value in new[] { 0.1234567, -3.14159, 1e-3, 42.42 })
        {
            rows.Store(0, [value], []);
            rows.Read(0, read);
            Assert.Equal(1, read[0] / value, 5e-4);
        }
    }
}
