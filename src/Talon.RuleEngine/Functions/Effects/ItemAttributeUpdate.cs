using System.Globalization;
using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Members;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>updateItemAttribute</c>.</summary>
internal static class ItemAttributeUpdate
{
    public static readonly Function Function = new(
        "updateItemAttribute", FunctionGroup.Effect,
        "Sets or changes an attribute of the lines that the units of a list belong to; the value may look at Item.",
        """["updateItemAttribute", "Colour", "set", "red", [".", "Session", "CartItems"]]""",
        new Overload("(name: literal, op: 'set' | 'increase' | 'decrease' | 'multiply' | 'divide' | 'toggle' | 'later' | 'earlier', value: (Item) => any, list: [Item]) -> effect", Build))
    {
        Failure = "the attribute is not set",
    };

    private static Expression<bool>? Build(Call call)
    {
        var (name, block, list) = (call.Word(0), call.Block(2), call.List(3));
        if (Current(call, name, block.Slot) is not { } current)
            return null;
        var operation = call.Word(1);
        if (AttributeOperation.Build(call, operation, current, block.Body) is not { } value)
            return null;
        var isRelative = operation != "set";
        return Expression.Effect(scope =>
        {
            var lines = new HashSet<CartItemFacts>(ReferenceEqualityComparer.Instance);
            foreach (ref readonly var element in list(scope).Span)
            {
                scope.Step();
                var line = ((CartUnit)element.Entity).Line;
                if (!lines.Add(line))
                    continue;
                scope.Slots[block.Slot] = element;
                var result = value(scope);
                if (scope.Fault is not null)
                    return false;
                var path = string.Create(CultureInfo.InvariantCulture, $"Session.CartItems[{line.Position}].Attributes.{name}");
                scope.Output.Emit(scope, new UpdateAttributeProps(path, AttributeUpdateEffect.Kept(result)), new UpdateAttributeRequest(AttributeTarget.CartItem, name, line.Position, isRelative));
            }

            return lines.Count > 0;
        });
    }

    /// <summary>The attribute of the item at hand as it is now, which also tells its type.</summary>
    private static Expression? Current(Call call, string name, int slot)
    {
        var node = call[0].Syntax!;
        var path = new PathNames(call.Syntax, [new LiteralSyntax(Value.Of("Attributes"), node.Parent, null, 1), new LiteralSyntax(Value.Of(name), node.Parent, null, 1)], "Item");
        var read = ItemMembers.Table.Read(call.Binder, path, AttributeSource.Computed("CartItem"), scope => scope.Slots[slot].Entity as CartUnit, Fault.Missing("Item"));
        return read is RefusedExpression ? null : read;
    }
}
