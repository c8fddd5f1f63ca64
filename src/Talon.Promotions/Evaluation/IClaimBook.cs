using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>What one update knows of things that can be claimed, and where they stand.</summary>
/// <remarks>What was refused to an attempt stays here as a cap for the rest of it.</remarks>
internal interface IClaimBook
{
    /// <summary>Adds what is known to what the rule engine looks at.</summary>
    EvaluationFacts AddTo(EvaluationFacts facts);

    /// <summary>Reads what an evaluation missed, in one trip.</summary>
    Task ReadAsync(MissingFacts missing, CancellationToken cancellation);

    /// <summary>Fills in what the rule engine leaves to its caller.</summary>
    /// <param name="effects">The effects; replaced where something is filled in.</param>
    /// <param name="keys">Their keys.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task CompleteAsync(Effect[] effects, IReadOnlyList<EffectKey> keys, CancellationToken cancellation);

    /// <summary>What refused something to an evaluation.</summary>
    IEnumerable<Shortage> Shortages(EvaluationResult result);

    /// <summary>Reads again what refused something, and forgets the cap on it.</summary>
    /// <param name="key">What it is, as a shortage calls it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    Task ReadAgainAsync(object key, CancellationToken cancellation);

    /// <summary>What an evaluation wants to be claimed.</summary>
    IEnumerable<Want> Wants(EvaluationResult result);

    /// <summary>The claim for something wanted, or for the part of it that is not held yet.</summary>
    ValueTask<ClaimRequest> RequestAsync(Want want, string id, decimal amount);

    /// <summary>Notes a claim that was granted.</summary>
    void Granted(Want want, ClaimVerdict verdict);

    /// <summary>Notes a claim that was refused.</summary>
    /// <param name="want">What was wanted.</param>
    /// <param name="verdict">How things stood.</param>
    /// <param name="held">How much of it the attempt holds.</param>
    void Refused(Want want, ClaimVerdict verdict, decimal held);

    /// <summary>Notes that part of what was granted was given back, since it is not wanted any more.</summary>
    void GivenBack(Want want, decimal amount);
}
