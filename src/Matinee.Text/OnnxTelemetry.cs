using System.Runtime.InteropServices;

namespace Matinee.Text;

/// <summary>
/// ONNX Runtime's builds send usage data to Microsoft unless the environment says otherwise before they are loaded. Nothing leaves this
/// machine that its owner did not ask for.
/// </summary>
internal static partial class OnnxTelemetry
{
    private const string Variable = "ORT_DISABLE_TELEMETRY";

    private static readonly Lazy<bool> SwitchedOff = new(SetVariable);

    /// <summary>To be called before anything of ONNX Runtime is.</summary>
    public static void SwitchOff() => _ = SwitchedOff.Value;

    private static bool SetVariable()
    {
        Environment.SetEnvironmentVariable(Variable, "1");
        // On Unix .NET has an environment of its own, which native code does not see.
        return OperatingSystem.IsWindows() || SetNative(Variable, "1", overwrite: 1) == 0;
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNative(string name, string value, int overwrite);

    /// <summary>What native code sees; null where it sees nothing.</summary>
    internal static string? Native() => Marshal.PtrToStringUTF8(GetNative(Variable));

    [LibraryImport("libc", EntryPoint = "getenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetNative(string name);
}
