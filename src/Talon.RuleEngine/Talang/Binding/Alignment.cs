namespace Talon.RuleEngine.Talang;

/// <summary>Which arguments of a call belong to which parameters of a signature.</summary>
internal sealed class Alignment
{
    private readonly SyntaxNode[][] _nodes;

    private Alignment(SyntaxNode[][] nodes) => _nodes = nodes;

    /// <summary>The nodes of a parameter; a block in flat form was brought into the other one.</summary>
    public SyntaxNode[] this[int parameter] => _nodes[parameter];

    /// <summary>Aligns; null when there are too few or too many arguments.</summary>
    public static Alignment? Of(Signature signature, ReadOnlySpan<SyntaxNode> arguments)
    {
        var nodes = new SyntaxNode[signature.Parameters.Count][];
        var required = signature.Required;
        for (var i = 0; i < nodes.Length; i++)
        {
            var parameter = signature.Parameters[i];
            nodes[i] = [];
            switch (parameter.Presence)
            {
                case Presence.Required when arguments.IsEmpty:
                    return null;
                case Presence.Required:
                    required--;
                    nodes[i] = [Take(parameter, ref arguments)];
                    break;
                case Presence.Optional when arguments.Length > required:
                    nodes[i] = [Take(parameter, ref arguments)];
                    break;
                case Presence.Repeated when signature.Repeated == 1:
                    nodes[i] = arguments.Length > required ? arguments[..^required].ToArray() : [];
                    arguments = arguments[nodes[i].Length..];
                    break;
                case Presence.Repeated:
                    (nodes[i], nodes[i + 1]) = Pairs(parameter, signature.Parameters[i + 1], required, ref arguments);
                    i++;
                    break;
            }
        }

        return arguments.IsEmpty ? new Alignment(nodes) : null;
    }

    private static SyntaxNode Take(Parameter parameter, ref ReadOnlySpan<SyntaxNode> arguments)
    {
        var node = arguments[0];
        if (!IsFlatBlock(parameter, arguments))
        {
            arguments = arguments[1..];
            return node;
        }

        var names = new ArraySyntax(node.Parent, null, 0) { Elements = [node] };
        var block = new ArraySyntax(node.Parent, null, 0) { Elements = [names, arguments[1]] };
        arguments = arguments[2..];
        return block;
    }

    /// <summary>Two repeated parameters form pairs; the second of a pair is a choice and may be left out.</summary>
    private static (SyntaxNode[] First, SyntaxNode[] Second) Pairs(Parameter first, Parameter second, int required, ref ReadOnlySpan<SyntaxNode> arguments)
    {
        var firsts = new List<SyntaxNode>();
        var seconds = new List<SyntaxNode>();
        while (arguments.Length > required)
        {
            firsts.Add(Take(first, ref arguments));
            if (!arguments.IsEmpty && arguments[0] is LiteralSyntax { Value.Kind: ValueKind.String } word && second.Type.Choices.Contains(word.Value.String))
                seconds.Add(Take(second, ref arguments));
            else
                seconds.Add(new LiteralSyntax(Value.Of(second.Type.Choices[0]), null, null, 0));
        }

        return ([.. firsts], [.. seconds]);
    }

    /// <summary><c>filter list Item body</c> instead of <c>filter list [["Item"], body]</c>.</summary>
    private static bool IsFlatBlock(Parameter parameter, ReadOnlySpan<SyntaxNode> arguments) =>
        parameter.Type.Kind == TypeKind.Block
        && parameter.Type.Parameter!.Kind != TypeKind.Entity
        && arguments.Length > 1
        && arguments[0] is LiteralSyntax { Value.Kind: ValueKind.String };
}
