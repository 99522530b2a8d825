using System.Runtime.InteropServices;
using System.Text;
using Matinee.Core.Artifacts;

namespace Matinee.Core.Tests.Artifacts;

public class SafetensorsTests
{
    [Fact]
    public void Write_ThenRead_ReturnsEveryTensor()
    {
        using var folder = new TemporaryFolder();
        string path = Write(
            folder,
            tensors =>
            {
                tensors.Add("matrix", new float[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
                tensors.Add("ids", new[] { 7, 8 });
                tensors.Add("times", new[] { long.MaxValue });
                tensors.Add("flags", new byte[] { 0, 1, 255 });
                tensors.Add("halfs", new[] { (Half)0.1, Half.MinValue, Half.Epsilon, (Half)7 }, 2, 2);
                tensors.Add("doubles", new[] { 0.1, double.MaxValue, double.Epsilon });
                tensors.Add("nothing", Array.Empty<float>());
            }
        );

        using var reader = new SafetensorsReader(path);

        Assert.Equal([2, 3], reader.Shape("matrix"));
        Assert.Equal([1, 2, 3, 4, 5, 6], reader.Floats("matrix"));
        Assert.Equal([7, 8], reader.Ints("ids"));
        Assert.Equal([long.MaxValue], reader.Longs("times"));
        Assert.Equal([0, 1, 255], reader.Bytes("flags"));
        Assert.Equal([(Half)0.1, Half.MinValue, Half.Epsilon, (Half)7], reader.Halfs("halfs"));
        Assert.Equal([2, 2], reader.Shape("halfs"));
        Assert.Equal([0.1, double.MaxValue, double.Epsilon], reader.Doubles("doubles"));
        Assert.Empty(reader.Floats("nothing"));
        Assert.False(reader.Contains("other"));
    }

    [Fact]
    public void Write_OneTensor_FollowsTheFormat()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = File.ReadAllBytes(Write(folder, tensors => tensors.Add("x", new[] { 1f })));

        int header = (int)BitConverter.ToUInt64(bytes);
        string json = Encoding.UTF8.GetString(bytes, 8, header);

        Assert.Equal("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", json.TrimEnd());
        Assert.Equal(0, (8 + header) % 64);
        Assert.Equal(1f, BitConverter.ToSingle(bytes, 8 + header));
        Assert.Equal(8 + header + 4, bytes.Length);
    }

    // As numpy.float16 and numpy.float64 lay them out.
    [Fact]
    public void Write_HalfsAndDoubles_FollowTheFormat()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = File.ReadAllBytes(
            Write(
                folder,
                tensors =>
                {
                    tensors.Add("h", new[] { (Half)1, (Half)(-2) });
                    tensors.Add("d", new[] { 1.5 });
                }
            )
        );

        int header = (int)BitConverter.ToUInt64(bytes);
        string json = Encoding.UTF8.GetString(bytes, 8, header);

        Assert.Equal(
            """{"h":{"dtype":"F16","shape":[2],"data_offsets":[0,4]},"d":{"dtype":"F64","shape":[1],"data_offsets":[4,12]}}""",
            json.TrimEnd()
        );
        Assert.Equal([0x00, 0x3C, 0x00, 0xC0, 0, 0, 0, 0, 0, 0, 0xF8, 0x3F], bytes[(8 + header)..]);
    }

    [Fact]
    public void Add_ShapeThatDoesNotFit_Throws()
    {
        Assert.Throws<ArgumentException>(() => new SafetensorsWriter().Add("x", new float[5], 2, 3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(20)]
    [InlineData(-2)]
    public void Read_TruncatedFile_SaysSo(int length)
    {
        using var folder = new TemporaryFolder();
        string path = Write(folder, tensors => tensors.Add("x", new[] { 1f, 2f }));
        byte[] bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(length < 0 ? bytes.Length + length : length)]);

        var error = Assert.Throws<MatineeException>(() =>
        {
            using var reader = new SafetensorsReader(path);
            reader.Floats("x");
        });

        Assert.Contains("not a usable tensor file", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("""{"x":{"dtype":"F32","shape":[9],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":["a"],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"dtype":"F64","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"x":{"shape":[1]}}""")]
    [InlineData("{}")]
    public void Read_CorruptHeader_SaysSo(string header)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        byte[] json = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)json.Length), .. json, 0, 0, 0, 0]);

        Assert.Throws<MatineeException>(() =>
        {
            using var reader = new SafetensorsReader(path);
            reader.Floats("x");
        });
    }

    [Fact]
    public void Map_AlignedOrNot_GivesTheCopysBits()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A mapped file could not be deleted.");
        using var folder = new TemporaryFolder();
        var random = new Random(1);
        float[] floats = [.. Enumerable.Range(0, 1001).Select(_ => random.NextSingle())];
        long[] longs = [.. Enumerable.Range(0, 77).Select(_ => random.NextInt64())];
        int[] ints = [.. longs.Select(value => (int)value)];
        Half[] halfs = [.. floats.Select(value => (Half)value)];
        string path = Write(
            folder,
            tensors =>
            {
                tensors.Add("floats", floats);
                // Four bytes off.
                tensors.Add("longs", longs);
                tensors.Add("ints", ints);
                tensors.Add("halfs", halfs);
                tensors.Add("nothing", Array.Empty<int>());
            }
        );
        using var never = new SafetensorsReader(path, TensorMapping.Never);
        var always = new SafetensorsReader(path, TensorMapping.Always);

        ReadOnlyMemory<float> mapped = always.MapFloats("floats");

        Assert.True(MemoryMarshal.TryGetMemoryManager<float, MappedTensor<float>>(mapped, out _));
        Assert.True(MemoryMarshal.TryGetArray(never.MapFloats("floats"), out _));
        Assert.Equal(floats, mapped.ToArray());
        Assert.True(MemoryMarshal.TryGetArray(always.MapLongs("longs"), out _));
        Assert.Equal(longs, always.MapLongs("longs").ToArray());
        Assert.Equal(ints, always.MapInts("ints").ToArray());
        Assert.Equal(halfs, always.MapHalfs("halfs").ToArray());
        Assert.Equal(0, always.MapInts("nothing").Length);
        Assert.Equal(longs[10..30], always.Longs("longs", 10, 20));
        Assert.Equal(floats[1000..], never.Floats("floats", 1000, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => never.Ints("ints", 70, 8));
        // What was mapped needs neither the reader nor the name of the file.
        always.Dispose();
        File.Delete(path);
        Assert.Equal(floats, mapped.ToArray());
    }

    [Fact]
    public void Map_SmallTensor_IsCopiedUnlessForced()
    {
        using var folder = new TemporaryFolder();
        using var reader = new SafetensorsReader(Write(folder, tensors => tensors.Add("x", new[] { 1f, 2f })));

        Assert.False(reader.StaysInFile("x"));
        Assert.True(MemoryMarshal.TryGetArray(reader.MapFloats("x"), out _));
    }

    [Theory]
    [InlineData("""{"x":{"dtype":"F32","shape":[1000000],"data_offsets":[0,4000000]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [InlineData("""{"x":{"dtype":"F32","shape":[-1],"data_offsets":[4,0]}}""")]
    public void Map_BeyondTheFile_SaysSo(string header)
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("bad.safetensors");
        byte[] json = Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((ulong)json.Length), .. json, 0, 0, 0, 0]);
        using var reader = new SafetensorsReader(path, TensorMapping.Always);

        var error = Assert.Throws<MatineeException>(() => reader.MapFloats("x"));

        Assert.Contains("not a usable tensor file", error.Message, StringComparison.Ordinal);
    }

    private static string Write(TemporaryFolder folder, Action<SafetensorsWriter> fill)
    {
        var writer = new SafetensorsWriter();
        fill(writer);
        string path = folder.File("x.safetensors");
        using FileStream stream = File.Create(path);
        writer.Write(stream);
        return path;
    }
}
