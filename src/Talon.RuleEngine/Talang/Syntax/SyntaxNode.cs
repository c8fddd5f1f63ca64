namespace Talon.RuleEngine.Talang;

/// <summary>An element of a Talang expression, and where it stands.</summary>
/// <remarks>The pointer is put together only when a problem is reported.</remarks>
internal abstract class SyntaxNode(SyntaxNode? parent, string? name, int index)
{
    private readonly string? _name = name;

    /// <summary>The array or object around it; null for the root of an expression.</summary>
    public SyntaxNode? Parent { get; } = parent;

    /// <summary>Where the element stands in the ruleset body, as a JSON pointer.</summary>
    public string Pointer => Parent is null ? _name ?? "" : $"{Parent.Pointer}/{_name?.Replace("~", "~0").Replace("/", "~1") ?? index.ToString()}";

    /// <summary>What a reader would call it, such as <c>a number</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>A string, number or boolean.</summary>
internal sealed class LiteralSyntax(Value value, SyntaxNode? parent, string? name, int index) : SyntaxNode(parent, name, index)
{
    public Value Value { get; } = value;

    public override string Kind => Value.Kind.ToString().ToLowerInvariant();
}

/// <summary>An array: a call when a string comes first, a block when an array of names does.</summary>
internal sealed class ArraySyntax(SyntaxNode? parent, string? name, int index) : SyntaxNode(parent, name, index)
{
    public SyntaxNode[] Elements { get; set; } = [];

    public override string Kind => Elements is [LiteralSyntax { Value.Kind: ValueKind.String }, ..] ? "call" : "array";
}

/// <summary>A JSON object: named options, or a map.</summary>
internal sealed class ObjectSyntax(SyntaxNode? parent, string? name, int index) : SyntaxNode(parent, name, index)
{
    public List<KeyValuePair<string, SyntaxNode>> Members { get; } = [];

    public override string Kind => "object";
}
