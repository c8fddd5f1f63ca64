using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>A block as a function of an element.</summary>
internal delegate T ElementBlock<out T>(Scope scope, in Value element);

/// <summary>Makes functions of blocks.</summary>
internal static class ElementBlock
{
    public static ElementBlock<T> Of<T>(BlockExpression block)
    {
        var slot = block.Slot;
        var body = block.Body.As<T>();
        return (scope, in element) =>
        {
            scope.Slots[slot] = element;
            return body(scope);
        };
    }

    /// <summary>A predicate; one that compares a text of the element with a literal does without the scope's slots.</summary>
    public static ElementBlock<bool> Predicate(BlockExpression block)
    {
        if (block.Body is not { Function.Name: "=", Arguments: [{ Attribute: { } attribute, TextOf: { } text }, { Constant: { Kind: ValueKind.String } literal }] } || attribute.Source.Slot != block.Slot)
            return Of<bool>(block);
        var wanted = literal.String;
        return (_, in element) => string.Equals(text(element.Entity), wanted, StringComparison.Ordinal);
    }

    /// <summary>Whether an element matches; one that lacks what the block looks at does not.</summary>
    public static bool Matches(this ElementBlock<bool> predicate, Scope scope, in Value element)
    {
        scope.Step();
        if (scope.Fault is not null)
            return false;
        var matches = predicate(scope, element);
        return scope.Fault is null ? matches : scope.ForgiveMissing() && false;
    }
}
