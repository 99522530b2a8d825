using Matinee.Core.Artifacts;
using static TorchSharp.torch;

namespace Matinee.Neural.Hybrid;

/// <summary>
/// Where a training stands after an epoch: parameters, their moments, the best epoch's parameters. Written beside and renamed,
/// so that a killed training finds a whole one.
/// </summary>
internal sealed class Checkpoint(string path)
{
    private const string State = "state";

    public void Write(int epoch, HybridParameters parameters, RowAdamW optimizer, EarlyStopping stopping)
    {
        var writer = new SafetensorsWriter();
        writer.Add(
            State,
            new[] { epoch, optimizer.Steps, stopping.BestEpoch, BitConverter.DoubleToInt64Bits(stopping.BestLoss) }
        );
        foreach (Parameter parameter in parameters.All)
        {
            foreach ((string suffix, Tensor? value) in Parts(parameter))
            {
                if (value is not null)
                {
                    using Tensor host = value.cpu();
                    writer.Add(parameter.Name + suffix, host.data<float>().ToArray());
                }
            }
        }

        writer.WriteWhole(path);
    }

    /// <returns>The epoch that was finished; 0 where there is no checkpoint.</returns>
    public int Restore(HybridParameters parameters, RowAdamW optimizer, EarlyStopping stopping)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var reader = new SafetensorsReader(path);
        long[] state = reader.Longs(State);
        using var noGradients = no_grad();
        foreach (Parameter parameter in parameters.All)
        {
            if (reader.Contains(parameter.Name + ".kept"))
            {
                parameter.Keep();
            }

            foreach ((string suffix, Tensor? value) in Parts(parameter))
            {
                if (value is not null)
                {
                    using Tensor stored = tensor(reader.Floats(parameter.Name + suffix), device: value.device);
                    using Tensor shaped = stored.reshape(value.shape);
                    value.copy_(shaped);
                }
            }
        }

        optimizer.Steps = state[1];
        stopping.Restore((int)state[2], BitConverter.Int64BitsToDouble(state[3]));
        return (int)state[0];
    }

    private static IEnumerable<(string Suffix, Tensor? Value)> Parts(Parameter parameter) =>
        [
            ("", parameter.Value),
            (".first_moment", parameter.FirstMoment),
            (".second_moment", parameter.SecondMoment),
            (".kept", parameter.Kept),
        ];
}
