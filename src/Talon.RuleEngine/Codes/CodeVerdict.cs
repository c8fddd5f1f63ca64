using Talon.RuleEngine.Knowledge;

namespace Talon.RuleEngine.Codes;

/// <summary>How a code fares in the rules of its campaign.</summary>
internal abstract class CodeVerdict(CompiledCampaign? campaign, Journal journal)
{
    private Standing _current;

    public CompiledCampaign? Campaign { get; } = campaign;

    /// <summary>Whether a rule that redeems it succeeded.</summary>
    public bool Accepted { get => Current.Accepted; set => Current = Current with { Accepted = value }; }

    /// <summary>Whether a rule that checks it without redeeming succeeded.</summary>
    public bool Passed { get => Current.Passed; set => Current = Current with { Passed = value }; }

    /// <summary>The rule that got furthest and failed.</summary>
    public RuleFailure? Failure { get => Current.Failure; set => Current = Current with { Failure = value }; }

    /// <summary>Why the campaign was left out by its evaluation group.</summary>
    public string? Exclusion { get => Current.Exclusion; set => Current = Current with { Exclusion = value }; }

    /// <summary>Whether its campaign was evaluated.</summary>
    public bool Evaluated { get => Current.Evaluated; set => Current = Current with { Evaluated = value }; }

    /// <summary>Notes that a rule failed for it; an effect that failed came further than a condition.</summary>
    public void Fail(RuleFailure failure)
    {
        if (Failure is null || (Failure.EffectIndex is null && failure.EffectIndex is not null))
            Failure = failure;
    }

    private Standing Current
    {
        get => _current;
        set
        {
            var before = _current;
            journal.Record(() => _current = before);
            _current = value;
        }
    }

    private readonly record struct Standing(bool Accepted, bool Passed, RuleFailure? Failure, string? Exclusion, bool Evaluated);
}
