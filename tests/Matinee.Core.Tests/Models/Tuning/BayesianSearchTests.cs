using Matinee.Core.Models.Tuning;

namespace Matinee.Core.Tests.Models.Tuning;

public class BayesianSearchTests
{
    [Fact]
    public void Print()
    {
        foreach (KnownFunction f in KnownFunction.All) {
        foreach (int trials in new[] { 15, 30 })
        {
            long t = System.Diagnostics.Stopwatch.GetTimestamp();
            double[] b = [.. Enumerable.Range(0, 11).Select(s => f.Regret((a, b, c) => new BayesianSearch(a, b, c), s, trials)).Order()];
            double sec = System.Diagnostics.Stopwatch.GetElapsedTime(t).TotalSeconds;
            double[] r = [.. Enumerable.Range(0, 11).Select(s => f.Regret((a, b, c) => new RandomSearch(a, b, c), s, trials)).Order()];
            TestContext.Current.SendDiagnosticMessage($"{f.Name} {trials} bayes {b[5]:G3} worst {b[^1]:G3} random {r[5]:G3} best {r[0]:G3} worst {r[^1]:G3} sec {sec:F1}");
            Console.Error.WriteLine($"{f.Name} {trials} bayes {b[5]:G3} worst {b[^1]:G3} random {r[5]:G3} best {r[0]:G3} worst {r[^1]:G3} sec {sec:F1}");
        }}
    }
}
