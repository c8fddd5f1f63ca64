using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Members;

/// <summary>The names of a path, read one after the other.</summary>
internal sealed class PathNames(ArraySyntax whole, IReadOnlyList<SyntaxNode> nodes, string text)
{
    private int _next;

    /// <summary>The whole path.</summary>
    public ArraySyntax Whole { get; } = whole;

    /// <summary>The name read last, or the whole path before any was.</summary>
    public SyntaxNode Here => _next == 0 ? Whole : nodes[_next - 1];

    /// <summary>The path as far as it was read, such as <c>Session.Total</c>.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Whether anything is left.</summary>
    public bool AtEnd => _next == nodes.Count;

    /// <summary>The name that comes next; null at the end.</summary>
    public string? Peek => AtEnd ? null : NameOf(nodes[_next]);

    /// <summary>Reads the next name; null at the end.</summary>
    public string? Next()
    {
        if (Peek is not { } name)
            return null;
        _next++;
        Text = Text.Length == 0 ? name : $"{Text}.{name}";
        return name;
    }

    private static string NameOf(SyntaxNode node) => ((LiteralSyntax)node).Value.String;
}
