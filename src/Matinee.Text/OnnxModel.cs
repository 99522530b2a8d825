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

    /// <exception cref="MatineeException">The file is damaged or of another kind.</exception>
    public OnnxModel(string path)
        : this(path, options => new InferenceSession(path, options)) { }

    /// <param name="bytes">The model itself.</param>
    /// <param name="path">Where it is from, for errors.</param>
    /// <exception cref="MatineeException">It is no such model.</exception>
    public OnnxModel(byte[] bytes, string path)
        : this(path, options => new InferenceSession(bytes, options)) { }

    private OnnxModel(string path, Func<SessionOptions, InferenceSession> open)
    {
        session = Open(path, open);
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
    public OrtValue Run(long[][] texts, int width) => Run(texts, width, [output])[0];

    /// <param name="outputs">Names of values to compute.</param>
    public IDisposableReadOnlyCollection<OrtValue> Run(long[][] texts, int width, IReadOnlyCollection<string> outputs)
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

            return session.Run(run, inputs, outputs);
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

    public static MatineeException Unreadable(string path, Exception exception) =>
        new(
            $"{path} can't be loaded as an ONNX model: {exception.Message} "
                + "It may be damaged or cut off: get it again, or build Matinee again if it is its own.",
            exception
        );

    private static InferenceSession Open(string path, Func<SessionOptions, InferenceSession> open)
    {
        // One thread: whole batches run side by side.
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        options.LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR;
        try
        {
            return open(options);
        }
        catch (OnnxRuntimeException exception)
        {
            throw Unreadable(path, exception);
        }
    }

    private int CheckedDimensions(string path)
    {
        string[] missing = [.. new[] { Ids, Mask }.Except(session.InputNames)];
        string[] unknown = [.. session.InputNames.Except([Ids, Mask, Types])];
        int[] shape = session.OutputMetadata[output].Dimensions;
        if (missing.Length > 0 || unknown.Length > 0 || shape.Length != 3)
        {
            throw new MatineeException(
                $"{path} is no sentence encoder of a known kind: its inputs are {string.Join(", ", session.InputNames)} "
                    + $"and its output '{output}' has the shape [{string.Join(", ", shape)}]; {Ids}, {Mask} and possibly "
                    + $"{Types} in, and [texts, tokens, dimensions] out are needed. Export it for feature extraction."
            );
        }

        if (shape[2] > 0)
        {
            return shape[2];
        }

        // The file doesn't say.
        using OrtValue vector = Run(
            [
                [0],
            ],
            width: 1
        );
        return (int)vector.GetTensorTypeAndShape().Shape[2];
    }
}
