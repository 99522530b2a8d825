using System.Diagnostics;
using System.Globalization;
using Matinee.Core.Models;
using Matinee.Text;

namespace Matinee.Neural.Hybrid;

/// <summary>Says how many texts a training has encoded, how fast, and how long the rest takes.</summary>
internal sealed class EncodingReport(TrainingContext context) : IProgress<EncodingProgress>
{
    private readonly long start = Stopwatch.GetTimestamp();

    public void Report(EncodingProgress value) =>
        context.Report(Stage(value, Stopwatch.GetElapsedTime(start)), fraction: 0);

    internal static string Stage(EncodingProgress value, TimeSpan elapsed)
    {
        if (value.Encoded >= value.Total)
        {
            return "encoding texts";
        }

        double perSecond = value.Encoded / elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(Math.Ceiling((value.Total - value.Encoded) / perSecond));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"encoding texts: {value.Encoded:N0} of {value.Total:N0}, {perSecond:N0} a second, {(int)left.TotalMinutes}:{left.Seconds:00} left"
        );
    }
}
