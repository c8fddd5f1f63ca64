using Talon.RuleEngine.Carts;
using Talon.RuleEngine.Codes;
using Talon.RuleEngine.Evaluation;
using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Talang;

/// <summary>What expressions see while one campaign is evaluated.</summary>
internal sealed class Scope(EvaluationFacts facts, ApplicationSettings settings, Cart cart, Known known, Output output, bool explains, int slots)
{
    private readonly bool[] _ready = new bool[slots];
    private int _steps;

    public EvaluationFacts Facts { get; } = facts;

    public ApplicationSettings Settings { get; } = settings;

    public Cart Cart { get; } = cart;

    /// <summary>Facts from outside, and what was missing of them.</summary>
    public Known Known { get; } = known;

    /// <summary>Where effects go.</summary>
    public Output Output { get; } = output;

    /// <summary>Whether someone asked why rules fail; otherwise nothing is allocated for it.</summary>
    public bool Explains { get; } = explains;

    /// <summary>Values of block parameters, bindings and variables.</summary>
    public Value[] Slots { get; } = new Value[slots];

    public ValueArena Lists { get; } = new();

    /// <summary>The first thing that went wrong; null when nothing did.</summary>
    public Fault? Fault { get; private set; }

    public CompiledCampaign Campaign { get; private set; } = null!;

    /// <summary>The campaign's evaluation group; null for the base group.</summary>
    public EvaluationGroupDefinition? Group { get; private set; }

    /// <summary>What the campaign may do with which units; null for everything.</summary>
    public UnitScope? Units { get; private set; }

    public CompiledRule Rule { get; private set; } = null!;

    /// <summary>The code that the rule runs for; null when it runs without one.</summary>
    public CouponFacts? Coupon { get; private set; }

    /// <summary>Whether the code at hand may be redeemed.</summary>
    public bool CouponIsValid { get; set; }

    /// <summary>Why the code at hand may not be redeemed.</summary>
    public Rejection? CouponRejection { get; set; }

    /// <summary>Why the referral may not be redeemed.</summary>
    public Rejection? ReferralRejection { get; set; }

    /// <summary>Whether the referral may be redeemed in this campaign.</summary>
    public bool ReferralIsValid { get; set; }

    /// <summary>The effect expression at hand, from 0.</summary>
    public int EffectIndex { get; set; }

    /// <summary>Names the effect under evaluation over the whole life of the session.</summary>
    public EffectKey EffectKey => new(Campaign.Id, Rule.Index, EffectIndex, CouponIsValid ? Coupon?.Coupon?.Id : null);

    public void BeginCampaign(CompiledCampaign campaign, EvaluationGroupDefinition? group, UnitScope? units, int steps)
    {
        Campaign = campaign;
        Units = units;
        Group = group;
        ReferralIsValid = false;
        Coupon = null;
        Fault = null;
        _steps = steps;
        Lists.Reset();
        Array.Clear(_ready, 0, campaign.Slots);
    }

    public void BeginRule(CompiledRule rule, CouponFacts? coupon)
    {
        Rule = rule;
        Coupon = coupon;
        CouponIsValid = false;
        CouponRejection = null;
        EffectIndex = 0;
        Fault = null;
        foreach (var slot in rule.OwnSlots)
            _ready[slot] = false;
    }

    /// <summary>Whether something may be granted on a unit.</summary>
    public bool Admits(CartUnit unit) => Units is null || Units.Admits(unit);

    /// <summary>Looks at a code outside of any rule.</summary>
    public void BeginCode(CouponFacts? coupon) => Coupon = coupon;

    /// <summary>Marks the scope; the first fault stays.</summary>
    public void Fail(Fault fault) => Fault ??= fault;

    /// <summary>Marks the scope and gives a value to go on with.</summary>
    public T Fail<T>(Fault fault, T standIn)
    {
        Fault ??= fault;
        return standIn;
    }

    /// <summary>Takes back a fault that does not matter.</summary>
    public void Forgive() => Fault = null;

    /// <summary>Whether the fault is that something is missing; it is then taken back.</summary>
    public bool ForgiveMissing()
    {
        if (Fault is not { Kind: FaultKind.Missing })
            return false;
        Fault = null;
        return true;
    }

    /// <summary>Counts work; throws <see cref="StepBudgetException"/> when the campaign did too much.</summary>
    public void Step(int steps = 1)
    {
        if ((_steps -= steps) < 0)
            throw new StepBudgetException();
    }

    /// <summary>What is left of the campaign's budget of steps.</summary>
    public int StepsLeft => _steps;

    /// <summary>Whether the slot's value was computed in this run.</summary>
    public bool IsReady(int slot) => _ready[slot];

    public void SetReady(int slot, in Value value)
    {
        Slots[slot] = value;
        _ready[slot] = true;
    }
}

/// <summary>A campaign did more work than one evaluation may cost.</summary>
internal sealed class StepBudgetException() : Exception("The campaign takes too many steps to evaluate.");
