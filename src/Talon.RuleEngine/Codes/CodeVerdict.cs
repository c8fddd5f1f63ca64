using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Codes;

/// <summary>How a code fares in the rules of its campaign.</summary>
internal abstract class CodeVerdict(CompiledCampaign? campaign, Journal journal)
{
    private Standing _current;

    public CompiledCampaign? Campaign { get; } = campaign;

    /// <summary>Whether a rule that redeems it succeeded.</summary>
    public bool Accepted => _current.Accepted;

    /// <summary>Whether any rule that looks at it succeeded.</summary>
    public bool Passed => _current.Passed;

    /// <summary>The rule that got furthest and failed.</summary>
    public RuleFailure? Failure => _current.Failure;

    /// <summary>Why the campaign was left out by its evaluation group.</summary>
    public string? Exclusion => _current.Exclusion;

    /// <summary>Whether its campaign was evaluated.</summary>
    public bool Evaluated => _current.Evaluated;

    /// <summary>Notes that a rule succeeded with it.</summary>
    public void Pass(bool redeemed) => Change(_current with { Accepted = _current.Accepted || redeemed, Passed = true });

    /// <summary>Notes that its campaign was evaluated.</summary>
    public void Evaluate() => Change(_current with { Evaluated = true });

    /// <summary>Notes that its campaign was left out.</summary>
    public void Exclude(string reason) => Change(_current with { Exclusion = reason });

    /// <summary>Notes that a rule failed for it; an effect that failed came further than a condition.</summary>
    public void Fail(RuleFailure failure)
    {
        if (Failure is null || (Failure.EffectIndex is null && failure.EffectIndex is not null))
            Change(_current with { Failure = failure });
    }

    private void Change(in Standing next)
    {
        var before = _current;
        journal.Record(() => _current = before);
        _current = next;
    }

    private readonly record struct Standing(bool Accepted, bool Passed, RuleFailure? Failure, string? Exclusion, bool Evaluated);
}
