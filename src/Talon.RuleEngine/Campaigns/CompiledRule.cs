using Talon.RuleEngine.Talang;

namespace Talon.RuleEngine;

/// <summary>A rule, ready to run.</summary>
internal sealed class CompiledRule
{
    public required int Index { get; init; }

    public required string Title { get; init; }

    /// <summary>The operands of the outermost <c>and</c>, or the one condition.</summary>
    public required Expression<bool>[] Conditions { get; init; }

    public required CompiledEffect[] Effects { get; init; }

    /// <summary>What to emit when the condition fails.</summary>
    public required CompiledEffect[] FailureEffects { get; init; }

    /// <summary>How the rule deals with coupons.</summary>
    public required CodeUse Coupons { get; init; }

    /// <summary>How the rule deals with the referral.</summary>
    public required CodeUse Referrals { get; init; }

    /// <summary>Slots of bindings to compute again each time the rule runs.</summary>
    public required int[] OwnSlots { get; init; }
}

/// <summary>An effect expression, ready to run.</summary>
/// <param name="Index">Its position among the rule's effects, from 0.</param>
/// <param name="Run">Emits the effect, or leaves a fault.</param>
internal sealed record CompiledEffect(int Index, Func<Scope, bool> Run);

/// <summary>What a rule does with the codes of its campaign.</summary>
internal enum CodeUse
{
    /// <summary>It runs once, codes or no codes.</summary>
    None,

    /// <summary>It runs for each valid code, and leaves it.</summary>
    Checks,

    /// <summary>It runs for each valid code, and redeems it when it succeeds.</summary>
    Redeems,
}
