using Matinee.Core.Artifacts;

namespace Matinee.Core.Models.FactorizationMachine;

/// <summary>
/// Where all chains stand after a sweep, with the samples kept so far. Written beside and renamed, so that a killed training
/// finds a whole one.
/// </summary>
internal sealed class GibbsCheckpoint(string path)
{
    private const string Sweep = "sweep";
    private const string HeldOut = "held_out";

    public void Write(int sweep, GibbsChain[] chains, PosteriorSamples posterior, HeldOutRatings? heldOut)
    {
        var writer = new SafetensorsWriter();
        writer.Add(Sweep, new[] { sweep });
        foreach ((int n, GibbsChain chain) in chains.Index())
        {
            writer.Add(Name(n), chain.State());
        }

        posterior.Save(writer);
        if (heldOut is not null)
        {
            writer.Add(HeldOut, heldOut.Sums);
        }

        writer.WriteWhole(path);
    }

    /// <returns>The sweep that was finished and the samples so far; null where there is no checkpoint.</returns>
    public (int Sweep, PosteriorSamples Posterior)? Restore(GibbsChain[] chains, HeldOutRatings? heldOut)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Read(chains, heldOut);
        }
        catch (Exception exception)
            when (exception is MatineeException or ArgumentException or IndexOutOfRangeException)
        {
            throw new MatineeException(
                $"{path} can't be gone on from: {exception.Message} Run the same command with --no-resume to start afresh.",
                exception
            );
        }
    }

    private (int, PosteriorSamples) Read(GibbsChain[] chains, HeldOutRatings? heldOut)
    {
        using var reader = new SafetensorsReader(path);
        int sweep = reader.Ints(Sweep)[0];
        foreach ((int n, GibbsChain chain) in chains.Index())
        {
            chain.Restore(sweep, reader.Doubles(Name(n)));
        }

        if (heldOut is not null)
        {
            reader.Doubles(HeldOut).CopyTo(heldOut.Sums.AsSpan());
        }

        var posterior = PosteriorSamples.Load(reader);
        return posterior.MovieIdPriors.Length > 0
            ? (sweep, posterior)
            : throw new MatineeException("It is of an older Matinee.");
    }

    private static string Name(int chain) => $"chain_{chain}";
}
