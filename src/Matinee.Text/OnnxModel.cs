using Matinee.Core;
using Microsoft.ML.OnnxRuntime;

namespace Matinee.Text;

/// <summary>A BERT-like network: token numbers in, a vector per token out. Runs on many threads at once.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly string output;

    // Before the first field that is of ONNX Runtime.
    static OnnxModel() => OnnxTelemetry.SwitchOff();

    public OnnxModel(string path)
    {
        session = Open(path);
        try
        {
            output = session.OutputNames[0];
            Dimensions = CheckedDimensions(path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public int Dimensions { get; }

    /// <param name="width">Tokens of the longest text; shorter ones are padded.</param>
    /// <returns>[texts, width, dimensions].</returns>
    public OrtValue Run(long[][] texts, int width)
    {
        long[] shape = [texts.Length, width];
        var ids = new long[texts.Length * width];
        var mask = new long[ids.Length];
        for (int row = 0; row < texts.Length; row++)
        {
            texts[row].CopyTo(ids, row * width);
            mask.AsSpan(row * width, texts[row].Length).Fill(1);
        }

        var inputs = new Dictionary<string, OrtValue>
        {
            [Ids] = OrtValue.CreateTensorValueFromMemory(ids, shape),
            [Mask] = OrtValue.CreateTensorValueFromMemory(mask, shape),
        };
        try
        {
            if (session.InputMetadata.ContainsKey(Types))
            {
                inputs[Types] = OrtValue.CreateTensorValueFromMemory(new long[ids.Length], shape);
            }

            return session.Run(run, inputs, [output])[0];
        }
        finally
        {
            foreach (OrtValue input in inputs.Values)
            {
                input.Dispose();
            }
        }
    }

    public void Dispose()
    {
        run.Dispose();
        session.Dispose();
    }

    private static InferenceSession Open(string path)
    {
        // One thread: whole batches run side by side.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw new MatineeException(
                $"{path} can't be loaded as an ONNX model: {exception.Message} "
                    + "It may be damaged or cut off: get it again, or build Matinee again if it is its own.",
                exception
            );
        }
    }

    private int CheckedDimensions(string path)
    {
        string[] missing = [.. new[] { Ids, Mask }.Except(session.InputNames)];
        string[] unknown = [.. session.InputNames.Except([Ids, Mask, Types])];
        int[] shape = session.OutputMetadata[output].Dimensions;
        if (missing.Length > 0 || unknown.Length > 0 || shape is not [_, _, > 0])
        {
            throw new MatineeException(
                $"{path} is no sentence encoder of a known kind: its inputs are {string.Join(", ", session.InputNames)} "
                    + $"and its output '{output}' has the shape [{string.Join(", ", shape)}]; {Ids}, {Mask} and possibly "
                    + $"{Types} in, and [texts, tokens, dimensions] out are needed. Export it for feature extraction."
            );
        }

        return shape[2];
    }
}
