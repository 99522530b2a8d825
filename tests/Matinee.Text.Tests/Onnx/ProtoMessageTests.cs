using Matinee.Text.Onnx;
using Matinee.Text.Tests.Int8;

namespace Matinee.Text.Tests.Onnx;

public class ProtoMessageTests
{
    [Fact]
    public void ToBytes_EveryKindOfField_IsAsTheFormatSays()
    {
        // 150 is the example of protobuf's own description.
        byte[] bytes = new ProtoMessage().Add(1, 150).Add(2, "testing").Add(16, -1).ToBytes();

        Assert.Equal(
            "08-96-01-12-07-74-65-73-74-69-6E-67-80-01-FF-FF-FF-FF-FF-FF-FF-FF-FF-01",
            BitConverter.ToString(bytes)
        );
    }

    [Fact]
    public void ToBytes_FieldsThatNobodyKnows_AreAsTheyWereRead()
    {
        // A number, four bytes, eight bytes, and a message in a message.
        byte[] bytes = Convert.FromHexString("38FF01" + "4D01020304" + "510102030405060708" + "9A06050A03616263");

        var message = ProtoMessage.Parse(bytes);

        Assert.Equal(bytes, message.ToBytes());
        Assert.Equal([255L], message.Numbers(7));
        Assert.Equal("abc", Assert.Single(message.Messages(99)).Text(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Numbers_OfWhatWasWritten_IsIt(long value) =>
        Assert.Equal([value], ProtoMessage.Parse(new ProtoMessage().Add(3, value).ToBytes()).Numbers(3));

    [Fact]
    public void Numbers_PackedOrNot_AreTheSame()
    {
        var apart = ProtoMessage.Parse(Convert.FromHexString("0801" + "08AC02"));
        var packed = ProtoMessage.Parse(Convert.FromHexString("0A0301AC02"));

        Assert.Equal([1L, 300L], apart.Numbers(1));
        Assert.Equal([1L, 300L], packed.Numbers(1));
    }

    [Theory]
    [InlineData("0A05616263", "in the middle of a field")]
    [InlineData("08FF", "in the middle of a field")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01", "in the middle of a field")]
    [InlineData("08FFFFFFFFFFFFFFFFFFFF01", "more than 64 bits")]
    [InlineData("0B", "unknown kind 3")]
    public void Parse_NoMessage_SaysWhere(string hex, string expected)
    {
        var error = Assert.Throws<InvalidDataException>(() => ProtoMessage.Parse(Convert.FromHexString(hex)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_AWholeModel_IsTheFile()
    {
        using var file = new TinyModel(13);
        byte[] bytes = File.ReadAllBytes(file.Path);

        Assert.Equal(bytes, ProtoMessage.Parse(bytes).ToBytes());
    }
}
