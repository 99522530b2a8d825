using System.Buffers;
using System.Text;
using System.Text.Json;
using Matinee.Cli.Configuration;

namespace Matinee.Cli.Tuning;

/// <summary>A trial as a line of JSON: <c>{"trial":1,"options":{"factors":128},"value":0.3654,"seconds":1.2}</c>.</summary>
internal static class TrialLine
{
    private const string Trial = "trial";
    private const string Options = "options";
    private const string Value = "value";
    private const string Failed = "failed";
    private const string Seconds = "seconds";

    public static string Write(TuningPlan plan, TuningTrial trial)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber(Trial, trial.Number);
            json.WriteStartObject(Options);
            foreach ((TunedOption option, double value) in plan.Tuned.Zip(trial.Values))
            {
                if (option.Choices is null)
                {
                    json.WriteNumber(option.Name, value);
                }
                else
                {
                    json.WriteString(option.Name, option.Text(value));
                }
            }

            json.WriteEndObject();
            if (trial.Value is { } result)
            {
                json.WriteNumber(Value, result);
            }
            else
            {
                json.WriteString(Failed, trial.Failure);
            }

            json.WriteNumber(Seconds, Math.Round(trial.Seconds, 3));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <returns>Null where the line is none.</returns>
    public static TuningTrial? Read(TuningPlan plan, string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement json = document.RootElement;
            JsonElement options = json.GetProperty(Options);
            return new TuningTrial(
                json.GetProperty(Trial).GetInt32(),
                [.. plan.Tuned.Select(option => Number(option, options.GetProperty(option.Name)))],
                json.TryGetProperty(Value, out JsonElement value) ? value.GetDouble() : null,
                json.TryGetProperty(Failed, out JsonElement failure) ? failure.GetString() : null,
                json.GetProperty(Seconds).GetDouble()
            );
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static double Number(TunedOption option, JsonElement value)
    {
        if (option.Choices is not { } choices)
        {
            return value.GetDouble();
        }

        int index = choices.Select(OptionBinder.Text).ToList().IndexOf(value.GetString()!);
        return index >= 0 ? index : throw new FormatException($"{option.Name} was no choice.");
    }
}
