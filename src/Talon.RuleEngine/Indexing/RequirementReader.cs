using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Indexing;

/// <summary>Reads off a condition what must hold for it to be true.</summary>
internal static class RequirementReader
{
    /// <summary>Roots whose attributes are the same for all campaigns of an evaluation.</summary>
    private static readonly HashSet<string> Roots = ["Session", "Profile", "AdvocateProfile", "Event", "Store", "Application", "LoyaltyCard"];

    /// <summary>What a rule needs; null when nothing can be told.</summary>
    public static Requirement? Of(IEnumerable<Expression> conditions) => All(conditions, -1);

    /// <summary>What one condition needs.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="item">The slot of the item that it is about, or -1 for the whole session.</param>
    private static Requirement? Of(Expression condition, int item)
    {
        if (condition.Source is { } bound)
            return Of(bound, item);
        var arguments = condition.Arguments;
        return condition.Function?.Name switch
        {
            "and" => All(arguments, item),
            "or" => Any(arguments, item),
            "catch" when arguments[0].Constant is { Kind: ValueKind.Boolean, Boolean: false } => Of(arguments[1], item),
            "=" when arguments.Length == 2 => Equal(arguments[0], arguments[1], item) ?? Equal(arguments[1], arguments[0], item),
            "in" => OneOf(arguments[0], arguments[1], item),
            ">=" when arguments.Length == 2 && IsNumber(arguments[1]) => Counted(arguments[0], NumberOf(arguments[1]) > 0, item) ?? AtLeast(arguments[0], arguments[1]),
            ">" when arguments.Length == 2 && IsNumber(arguments[1]) => Counted(arguments[0], NumberOf(arguments[1]) >= 0, item) ?? AtLeast(arguments[0], arguments[1]),
            "<=" or "<" when arguments.Length == 2 && IsNumber(arguments[0]) => AtLeast(arguments[1], arguments[0]),
            "exists" => Element((BlockExpression)arguments[1], item) ?? ElementOf(arguments[0], item),
            "not" when arguments[0] is { Function.Name: "isEmpty", Arguments: [var list] } => ElementOf(list, item),
            "eventTypeIs" => new(Requirement.Equality, [new EqualKey(new TextProbe("Event.Type", scope => scope.Facts.Event?.Type ?? ""), arguments[0].Constant!.Value.String)]),
            "couponValid" or "couponValidNoRedeem" or "referralValid" or "referralValidNoRedeem" => Requirement.Code,
            _ => null,
        };
    }

    /// <summary>What conditions need that all have to hold.</summary>
    /// <remarks>
    /// They are looked at in order, and only as long as none before can raise an error: a rule that would report an error must
    /// not be passed over.
    /// </remarks>
    private static Requirement? All(IEnumerable<Expression> conditions, int item)
    {
        Requirement? best = null;
        foreach (var condition in conditions)
        {
            best = Requirement.Better(best, Of(condition, item));
            if (!Harmless.Is(condition))
                break;
        }

        return best;
    }

    private static Requirement? Any(Expression[] conditions, int item)
    {
        if (conditions.Length == 0 || !conditions.All(Harmless.Is))
            return null;
        var all = Of(conditions[0], item);
        for (var i = 1; i < conditions.Length && all is not null; i++)
            all = Of(conditions[i], item) is { } other ? Requirement.Either(all, other) : null;
        return all;
    }

    private static Requirement? Equal(Expression read, Expression literal, int item) =>
        literal.Constant is { Kind: ValueKind.String } text && ProbeOf(read, item) is { } probe
            ? new(RankOf(probe), [new EqualKey(probe, text.String)])
            : null;

    private static Requirement? OneOf(Expression read, Expression list, int item) =>
        list.Constant is { Kind: ValueKind.List } literal && literal.List.All(element => element.Kind == ValueKind.String) && ProbeOf(read, item) is { } probe
            ? new(RankOf(probe), [.. literal.List.Select(element => new EqualKey(probe, element.String))])
            : null;

    private static Requirement? AtLeast(Expression read, Expression literal) =>
        read is Expression<decimal> { Attribute: { Source.Slot: -1 } attribute } number && Roots.Contains(attribute.Source.Entity)
            ? new(Requirement.Threshold, [new AtLeastKey(new NumberProbe($"{attribute.Source.Entity}.{attribute.Name}", number.Run), NumberOf(literal))])
            : null;

    /// <summary>A count that has to be above zero.</summary>
    private static Requirement? Counted(Expression read, bool above, int item) =>
        above && read is { Function.Name: "count", Arguments: [var list] } ? ElementOf(list, item) : null;

    /// <summary>What an element must be for a list to have any.</summary>
    private static Requirement? ElementOf(Expression list, int item) =>
        list.Source is { } bound ? ElementOf(bound, item)
        : list.Function?.Name switch
        {
            "filter" => Element((BlockExpression)list.Arguments[1], item) ?? ElementOf(list.Arguments[0], item),
            "sort" or "sortByNumber" or "sortByString" or "select" or "slice" or "reverse" or "distinct" or "tail" or "drop" => ElementOf(list.Arguments[0], item),
            _ => null,
        };

    private static Requirement? Element(BlockExpression block, int outer) =>
        outer < 0 && block.Type.Parameter!.Equals(TalangType.Item) ? Of(block.Body, block.Slot) : null;

    private static TextProbe? ProbeOf(Expression read, int item)
    {
        if (read is not Expression<string> { Attribute: { } attribute } text)
            return null;
        if (attribute.Source.Slot == -1 && Roots.Contains(attribute.Source.Entity))
            return new TextProbe($"{attribute.Source.Entity}.{attribute.Name}", text.Run);
        return item >= 0 && attribute.Source.Slot == item ? new TextProbe($"CartItem.{attribute.Name}", text.Run, item) : null;
    }

    private static int RankOf(TextProbe probe) => probe.ItemSlot < 0 ? Requirement.Equality : Requirement.Item;

    private static decimal NumberOf(Expression literal) => literal.Constant!.Value.Number;

    private static bool IsNumber(Expression expression) => expression.Constant is { Kind: ValueKind.Number };
}
