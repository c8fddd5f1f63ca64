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

    /// <summary>Whether an element matches; one that lacks what the block looks at does not.</summary>
    public static bool Matches(this ElementBlock<bool> predicate, Scope scope, in Value element)
    {
        scope.Step();
        var matches = predicate(scope, element);
        return scope.Fault is null ? matches : scope.ForgiveMissing() && false;
    }
}
