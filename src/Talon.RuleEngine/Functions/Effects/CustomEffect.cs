using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary><c>customEffect</c>.</summary>
internal static class CustomEffect
{
    public static readonly Function Function = new(
        "customEffect", FunctionGroup.Effect,
        "An effect that the account defined, with its parameters. One that is per item comes once for each unit of the list, or of the cart; its parameters may look at Item.",
        """["customEffect", "badge", {"text": "Hello", "level": 3}]""",
        new Overload("(effect: @customEffect, list?: [Item], {*: (Item) => any}) -> effect", Build))
    {
        Failure = "the budget for custom effects is used up",
        AllowedOnFailure = true,
    };

    private static Expression<bool>? Build(Call call)
    {
        var definition = call.Reference<CustomEffectDefinition>(0);
        if (!Check(call, definition))
            return null;
        var payload = PayloadTemplate.Parse(definition.Payload);
        var parameters = call.Options.ToDictionary(option => option.Key, option => ElementBlock.Of<Value>((BlockExpression)option.Value));
        var budget = call.Binder.Budget(LimitActions.CustomEffect);
        var list = call.Has(1) ? call.List(1) : scope => scope.Cart.Units;
        if (!definition.PerItem)
            return Expression.Effect(scope => Emit(scope, Value.None, null));

        return Expression.Effect(scope =>
        {
            var emitted = false;
            foreach (ref readonly var element in list(scope).Span)
            {
                scope.Step();
                var unit = (CartUnit)element.Entity;
                if (!scope.Admits(unit))
                    continue;
                if (!Emit(scope, element, unit))
                    return false;
                scope.Units?.Record(unit, 0);
                emitted = true;
            }

            return emitted;
        });

        bool Emit(Scope scope, in Value element, CartUnit? unit)
        {
            var values = new Dictionary<string, Value>(parameters.Count);
            foreach (var (name, value) in parameters)
                values[name] = value(scope, element);
            var text = payload.Fill(values);
            int? subPosition = unit is not null && scope.Settings.FlattenCartItems ? unit.SubPosition : null;
            return CountedEffect.Emit(scope, budget, new CustomProps(definition.Id, definition.Name, text, unit?.Line.Position, subPosition));
        }
    }

    private static bool Check(Call call, CustomEffectDefinition definition)
    {
        var fits = true;
        foreach (var (name, value) in call.Options)
        {
            if (!definition.Parameters.Contains(name))
                fits = Refuse(value.Syntax, $"\"{definition.Name}\" has no parameter \"{name}\".", string.Join(", ", definition.Parameters), name);
            else if (!definition.PerItem && ((BlockExpression)value).ReadsElement)
                fits = Refuse(value.Syntax, $"\"{definition.Name}\" does not come per item: it cannot look at Item.", "a value for the session", "Item");
        }

        foreach (var name in definition.Parameters.Where(name => !call.Options.ContainsKey(name)))
            fits = Refuse(call.Syntax, $"\"{definition.Name}\" needs the parameter \"{name}\".", name, null);
        return fits;

        bool Refuse(SyntaxNode? node, string message, string expected, string? found)
        {
            call.Problem(node ?? call.Syntax, message, expected, found);
            return false;
        }
    }
}
