using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>Effects that change membership in audiences; nothing happens when it is so already.</summary>
internal static class AudienceEffects
{
    public static readonly Function Add = Change(
        "addToAudience", "Puts the customer into an audience.", inside: false,
        (audience, customer) => new AddToAudienceProps(audience.Id, audience.Name, customer.IntegrationId, customer.Id));

    public static readonly Function Remove = Change(
        "removeFromAudience", "Takes the customer out of an audience.", inside: true,
        (audience, customer) => new RemoveFromAudienceProps(audience.Id, audience.Name, customer.IntegrationId, customer.Id));

    private static Function Change(string name, string summary, bool inside, Func<NamedEntity, ProfileFacts, EffectProps> props) => new(
        name, FunctionGroup.Effect, summary,
        $"""["{name}", "vip"]""",
        new Overload("(audience: @audience, {profile: 'Current' | 'Advocate'}) -> effect", call =>
        {
            var audience = call.Reference<NamedEntity>(0);
            var customer = Customer.Of(call);
            return Expression.Effect(scope =>
            {
                if (customer.Demand(scope) is not { } profile || scope.Fault is not null || profile.Audiences.Contains(audience.Id) != inside)
                    return false;
                scope.Output.Emit(scope, props(audience, profile));
                return true;
            });
        }))
    {
        Failure = "there is no customer",
    };
}
