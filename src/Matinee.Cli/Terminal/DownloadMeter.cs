using System.Globalization;
using Matinee.Data.Download;

namespace Matinee.Cli.Terminal;

/// <summary>How far a download is, how fast it goes and when it will end. Bytes of an earlier run don't count as speed.</summary>
internal sealed class DownloadMeter(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);

    private readonly Queue<(long Timestamp, long Bytes)> samples = new();
    private readonly Lock gate = new();
    private long received;
    private long? total;

    /// <summary>0 to 1; null where the total isn't known.</summary>
    public double? Fraction
    {
        get
        {
            lock (gate)
            {
                return total is > 0 ? (double)received / total : null;
            }
        }
    }

    public void Start(long bytes, long? totalBytes)
    {
        lock (gate)
        {
            samples.Clear();
            total = totalBytes;
            Add(bytes);
        }
    }

    public void Receive(long bytes)
    {
        lock (gate)
        {
            Add(bytes);
        }
    }

    /// <summary><c>2.1 MB of 5.9 MB, 1.2 MB/s, 3 s left</c>; what isn't known yet is left out. Empty before the start.</summary>
    public string Describe()
    {
        lock (gate)
        {
            if (samples.Count == 0)
            {
                return "";
            }

            string amount = ByteSize.Format(received) + (total is { } all ? $" of {ByteSize.Format(all)}" : "");
            if (BytesPerSecond() is not { } speed || received == total)
            {
                return amount;
            }

            string left = total is { } end ? $", {Duration((end - received) / speed)} left" : "";
            return $"{amount}, {ByteSize.Format(speed)}/s{left}";
        }
    }

    private void Add(long bytes)
    {
        received = bytes;
        long now = time.GetTimestamp();
        samples.Enqueue((now, bytes));
        while (samples.Count > 2 && time.GetElapsedTime(samples.Peek().Timestamp, now) > Window)
        {
            samples.Dequeue();
        }
    }

    private double? BytesPerSecond()
    {
        if (!samples.TryPeek(out (long Timestamp, long Bytes) first))
        {
            return null;
        }

        double seconds = time.GetElapsedTime(first.Timestamp).TotalSeconds;
        double speed = (received - first.Bytes) / seconds;
        return seconds > 0.2 && speed >= 1 ? speed : null;
    }

    private static string Duration(double seconds) =>
        seconds switch
        {
            < 90 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds)} s"),
            < 90 * 60 => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds / 60)} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
        };
}
