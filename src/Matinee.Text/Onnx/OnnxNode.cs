namespace Matinee.Text.Onnx;

/// <summary>One operation of an ONNX model.</summary>
internal sealed class OnnxNode
{
    private const int InputNames = 1;
    private const int OutputNames = 2;
    private const int OpType = 4;
    private const int AttributeList = 5;
    private const int DomainName = 7;
    private const int AttributeName = 1;
    private const int AttributeInt = 3;
    private const int AttributeInts = 8;
    private const int AttributeType = 20;
    private const int IntType = 2;
    private const int IntsType = 7;

    /// <param name="message">As it stands in a file.</param>
    public OnnxNode(ProtoMessage message)
    {
        Message = message;
        Operation = message.Text(OpType);
        Inputs = [.. message.Texts(InputNames)];
        Outputs = [.. message.Texts(OutputNames)];
    }

    /// <param name="domain">Empty for ONNX's own operations.</param>
    public OnnxNode(string operation, string[] inputs, string output, string domain = "")
    {
        Operation = operation;
        Inputs = inputs;
        Outputs = [output];
        Message = new ProtoMessage();
        foreach (string input in inputs)
        {
            Message.Add(InputNames, input);
        }

        Message.Add(OutputNames, output).Add(OpType, operation).Add(DomainName, domain);
    }

    public ProtoMessage Message { get; }
    public string Operation { get; }
    public IReadOnlyList<string> Inputs { get; }
    public IReadOnlyList<string> Outputs { get; }

    public OnnxNode With(string attribute, long value)
    {
        Message.Add(
            AttributeList,
            new ProtoMessage().Add(AttributeName, attribute).Add(AttributeInt, value).Add(AttributeType, IntType)
        );
        return this;
    }

    /// <summary>An attribute that is a list of one number.</summary>
    public OnnxNode WithList(string attribute, long value)
    {
        Message.Add(
            AttributeList,
            new ProtoMessage().Add(AttributeName, attribute).Add(AttributeInts, value).Add(AttributeType, IntsType)
        );
        return this;
    }
}
