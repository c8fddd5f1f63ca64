using System.Runtime.CompilerServices;
using Talon.RuleEngine.Carts;

namespace Talon.RuleEngine.Talang;

/// <summary>Reads of slots: what a block names, bindings and variables.</summary>
internal static class SlotExpression
{
    /// <summary>The element of a block; it is set whenever the block runs.</summary>
    public static Expression Of(TalangType type, int slot) =>
        type.Equals(TalangType.Item) ? new Expression<CartUnit>(type, scope => Unsafe.As<CartUnit>(scope.Slots[slot].Entity)) { Slot = slot }
        : type.Equals(TalangType.Bundle) ? new Expression<CartBundle>(type, scope => Unsafe.As<CartBundle>(scope.Slots[slot].Entity)) { Slot = slot }
        : Expression.Dynamic(type, scope => scope.Slots[slot]);

    /// <summary>A binding: computed when it is first read in a run.</summary>
    public static Expression Lazily(string name, int slot, Expression bound)
    {
        if (bound.Constant is not null)
            return bound;
        var run = bound.AsValue();
        var read = Expression.Dynamic(bound.Type, scope =>
        {
            if (scope.IsReady(slot))
                return scope.Slots[slot];
            var value = run(scope);
            if (scope.Fault is null)
                scope.SetReady(slot, Named(value, name));
            return value;
        });
        read.Source = bound;
        return read;
    }

    /// <summary>A variable that a <c>set</c> may have written.</summary>
    public static Expression Set(string name, int slot, TalangType type)
    {
        var fault = Fault.Missing(name);
        return Expression.Dynamic(type, scope => scope.IsReady(slot) ? scope.Slots[slot] : scope.Fail(fault, Value.None));
    }

    /// <summary>Bundles carry the name of the binding that made them.</summary>
    private static Value Named(in Value value, string name)
    {
        if (value.Kind == ValueKind.List && value.List is ValueList { Count: > 0 } list && list[0] is { Kind: ValueKind.Entity, Entity: CartBundle })
            foreach (ref readonly var bundle in list.Span)
                ((CartBundle)bundle.Entity).Name = name;
        return value;
    }
}
