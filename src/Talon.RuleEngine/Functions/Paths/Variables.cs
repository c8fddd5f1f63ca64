using Talon.RuleEngine.Members;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Names for values, and maps.</summary>
internal static class Variables
{
    public static readonly Function Do = new(
        "do", FunctionGroup.Path,
        "What the block gives for a value.",
        """["do", ["*", [".", "Session", "Total"], 0.1], [["x"], ["min", ["list", 50, [".", "x"]]]]]""",
        new Overload("(value: T, block: (T) => U) -> U", call =>
        {
            var value = call[0].AsValue();
            var block = ElementBlock.Of<Value>(call.Block(1));
            return Expression.Dynamic(call.Block(1).Body.Type, scope => block(scope, value(scope)));
        }));

    public static readonly Function Set = new(
        "set", FunctionGroup.Path,
        "Gives a value a name, for the effects that come behind. It stands among the effects of a rule.",
        """["set", "half", ["/", [".", "Session", "Total"], 2]]""",
        new Overload("(name: literal, value: any) -> effect", call =>
        {
            var name = call.Word(0);
            if (Roots.Find(name) is not null)
                return call.Problem(call[0].Syntax!, $"\"{name}\" is already the name of something that rules can read.", "another name", $"\"{name}\"");
            var value = call[1].AsValue();
            var slot = call.Binder.NewSlot();
            call.Binder.RuleSlots.Add(slot);
            call.Binder.Declare(new Variable(name, SlotExpression.Set(name, slot, call[1].Type)));
            return Expression.Effect(scope =>
            {
                var result = value(scope);
                if (scope.Fault is not null)
                    return false;
                scope.SetReady(slot, result);
                return true;
            });
        }))
    {
        Failure = "the value looks at something missing",
    };

    public static readonly Function Map = new(
        "kv", FunctionGroup.Path,
        "A map from names to values, from pairs or from an object.",
        """[".", ["kv", ["gold", 20], ["silver", 10]], "gold"]""",
        new Overload("(pairs: any...) -> map", _ => null))
    {
        Special = BindMap,
    };

    private static Expression BindMap(Binder binder, ArraySyntax syntax)
    {
        if (syntax.Elements is [_, ObjectSyntax only])
            return MapBinder.Bind(binder, only);
        var entries = new List<KeyValuePair<string, Expression>>();
        var problems = binder.Problems.Count;
        foreach (var node in syntax.Elements.Skip(1))
        {
            if (node is ArraySyntax { Elements: [LiteralSyntax { Value: { Kind: ValueKind.String, String: var name } }, var value] })
                entries.Add(new(name, binder.Bind(value)));
            else
                binder.Refuse(node, "A map consists of pairs of a name and a value.", "a pair such as [\"gold\", 20]", node.Kind);
        }

        return binder.Problems.Count > problems ? new RefusedExpression() : MapBinder.Of(entries);
    }
}
