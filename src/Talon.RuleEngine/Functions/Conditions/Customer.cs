using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine.Functions;

/// <summary>The customer that a call is about: the current one, or the advocate of the referral.</summary>
internal sealed class Customer
{
    private static readonly Customer Current = new(scope => scope.Facts.Profile, Fault.Missing("Profile"));
    private static readonly Customer Advocate = new(scope => scope.Facts.Referral?.Referral?.Advocate, Fault.Missing("AdvocateProfile"));

    private readonly Fault _absent;

    private Customer(Func<Scope, ProfileFacts?> find, Fault absent) => (Find, _absent) = (find, absent);

    /// <summary>The customer; null when there is none.</summary>
    public Func<Scope, ProfileFacts?> Find { get; }

    /// <summary>The customer that the option <c>profile</c> names.</summary>
    public static Customer Of(Call call) => call.Word("profile") == "Advocate" ? Advocate : Current;

    /// <summary>The customer; leaves a fault and null when there is none.</summary>
    public ProfileFacts? Demand(Scope scope) => Find(scope) ?? scope.Fail<ProfileFacts?>(_absent, null);
}
