namespace Talon.RuleEngine.Talang;

/// <summary>Which arguments of a call belong to which parameters of a signature.</summary>
internal sealed class Alignment
{
    private readonly List<SyntaxNode>[] _nodes;

    private Alignment(int parameters) => _nodes = new List<SyntaxNode>[parameters];

    /// <summary>The nodes of a parameter; a block in flat form was brought into the other one.</summary>
    public IReadOnlyList<SyntaxNode> this[int parameter] => _nodes[parameter];

    /// <summary>Aligns; null when there are too few or too many arguments.</summary>
    public static Alignment? Of(Signature signature, ReadOnlySpan<SyntaxNode> arguments)
    {
        var alignment = new Alignment(signature.Parameters.Count);
        var required = signature.Required;
        for (var i = 0; i < signature.Parameters.Count; i++)
        {
            var parameter = signature.Parameters[i];
            alignment._nodes[i] = [];
            switch (parameter.Presence)
            {
                case Presence.Required when arguments.IsEmpty:
                    return null;
                case Presence.Required:
                    required--;
                    arguments = alignment.Take(i, parameter, arguments);
                    break;
                case Presence.Optional when arguments.Length > required:
                    arguments = alignment.Take(i, parameter, arguments);
                    break;
                case Presence.Repeated when signature.Repeated == 1:
                    while (arguments.Length > required)
                        arguments = alignment.Take(i, parameter, arguments);
                    break;
                case Presence.Repeated:
                    alignment._nodes[i + 1] = [];
                    while (arguments.Length > required)
                        arguments = alignment.TakePair(i, signature, arguments);
                    i++;
                    break;
            }
        }

        return arguments.IsEmpty ? alignment : null;
    }

    private ReadOnlySpan<SyntaxNode> Take(int index, Parameter parameter, ReadOnlySpan<SyntaxNode> arguments)
    {
        if (IsFlatBlock(parameter, arguments))
        {
            var names = new ArraySyntax(arguments[0].Parent, null, 0) { Elements = [arguments[0]] };
            _nodes[index].Add(new ArraySyntax(arguments[0].Parent, null, 0) { Elements = [names, arguments[1]] });
            return arguments[2..];
        }

        _nodes[index].Add(arguments[0]);
        return arguments[1..];
    }

    private ReadOnlySpan<SyntaxNode> TakePair(int index, Signature signature, ReadOnlySpan<SyntaxNode> arguments)
    {
        arguments = Take(index, signature.Parameters[index], arguments);
        var second = signature.Parameters[index + 1];
        if (!arguments.IsEmpty && arguments[0] is LiteralSyntax { Value.Kind: ValueKind.String } word && second.Type.Choices.Contains(word.Value.String))
            return Take(index + 1, second, arguments);
        _nodes[index + 1].Add(new LiteralSyntax(Value.Of(second.Type.Choices[0]), null, null, 0));
        return arguments;
    }

    /// <summary><c>filter list Item body</c> instead of <c>filter list [["Item"], body]</c>.</summary>
    private static bool IsFlatBlock(Parameter parameter, ReadOnlySpan<SyntaxNode> arguments) =>
        parameter.Type.Kind == TypeKind.Block
        && parameter.Type.Parameter!.Kind != TypeKind.Entity
        && arguments.Length > 1
        && arguments[0] is LiteralSyntax { Value.Kind: ValueKind.String };
}
