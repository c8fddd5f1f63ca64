namespace Talon.RuleEngine.Functions;

/// <summary><c>updateAttribute</c>.</summary>
internal static class AttributeUpdate
{
    public static readonly Function Function = new(
        "updateAttribute", FunctionGroup.Effect,
        "Sets an attribute of the session, the customer, the advocate, the coupon or the referral, or changes the value it has: increase, decrease, multiply, divide, toggle, later or earlier. What is set follows every update of a session; a change happens once in its life, and anew where the update sends the value.",
        """["updateAttribute", "Session.Attributes.Gifted", true]""",
        new Overload("(path: literal, op: 'set' | 'increase' | 'decrease' | 'multiply' | 'divide' | 'later' | 'earlier', value: any) -> effect", call =>
            AttributeUpdateEffect.Build(call, call.Word(1), call[2])),
        new Overload("(path: literal, op: 'toggle') -> effect", call => AttributeUpdateEffect.Build(call, "toggle", call[1])),
        new Overload("(path: literal, value: any) -> effect", call => AttributeUpdateEffect.Build(call, "set", call[1])))
    {
        Failure = "the entity is not there, or the attribute is not set",
    };
}
