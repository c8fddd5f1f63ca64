using System.Globalization;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Row keys in the partition of a session or a profile.</summary>
/// <remarks>All that one reading must see at once begins with the same letter: the entity, its unfinished attempts and its outbox.</remarks>
internal static class OwnerRows
{
    /// <summary>The session or profile itself.</summary>
    public const string Entity = "a";

    /// <summary>Who is inside the gate.</summary>
    public const string Lease = "a.lease";

    /// <summary>When a profile was last active.</summary>
    public const string Activity = "a.activity";

    /// <summary>The prefix of attempts that are neither committed nor abandoned.</summary>
    public const string PendingPrefix = "a.attempt.";

    /// <summary>The prefix of notes that a closing session leaves with its profile.</summary>
    public const string HeldPrefix = "a.held.";

    /// <summary>The prefix of the outbox, in commit order.</summary>
    public const string OutboxPrefix = "a.outbox.";

    private const string EffectsPrefix = "effects.";

    /// <summary>The prefix of kept answers.</summary>
    public const string AnswerPrefix = "answer.";

    /// <summary>The entity and all that is unfinished about it.</summary>
    public static KeyRange Live { get; } = new("a", "b");

    /// <summary>Unfinished attempts and the outbox, without the entity.</summary>
    public static KeyRange Unfinished { get; } = new(PendingPrefix, KeyRange.Prefix(OutboxPrefix).Until);

    /// <summary>An attempt that is neither committed nor abandoned.</summary>
    public static string Pending(string attempt) => PendingPrefix + attempt;

    /// <summary>An attempt that is committed or abandoned.</summary>
    public static string Ended(string attempt) => "attempt." + attempt;

    /// <summary>The note of a closing session.</summary>
    public static string Held(string attempt) => HeldPrefix + attempt;

    /// <summary>The prefix of what one commit owes.</summary>
    public static string Outbox(long commit) => string.Create(CultureInfo.InvariantCulture, $"{OutboxPrefix}{commit:D10}.");

    /// <summary>One row of the outbox.</summary>
    public static string Outbox(long commit, int index) => OutboxAt(Outbox(commit), index);

    /// <summary>One row of what a commit owes.</summary>
    public static string OutboxAt(string prefix, int index) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{index:D5}");

    /// <summary>The prefix and the index of a row of the outbox.</summary>
    public static (string Prefix, int Index) OutboxPlace(string key)
    {
        var dot = key.LastIndexOf('.') + 1;
        return (key[..dot], int.Parse(key.AsSpan(dot), CultureInfo.InvariantCulture));
    }

    /// <summary>An event that stands with its customer.</summary>
    public static string Event(long id) => "event." + KeyText.Number(id);

    /// <summary>The pages of effects of all attempts.</summary>
    public static KeyRange AllEffects { get; } = KeyRange.Prefix(EffectsPrefix);

    /// <summary>Whether a row is such a page.</summary>
    public static bool IsEffects(Row row) => row.Key.StartsWith(EffectsPrefix, StringComparison.Ordinal);

    /// <summary>One page of an attempt's effects.</summary>
    public static string Effects(string attempt, int page) => string.Create(CultureInfo.InvariantCulture, $"{EffectsPrefix}{attempt}.{page:D4}");

    /// <summary>The answer kept for an idempotency key.</summary>
    public static string Answer(IdempotencyKey key) => AnswerPrefix + KeyText.Hash(key.Text);

    /// <summary>One page of that answer.</summary>
    public static string Answer(IdempotencyKey key, int page) => string.Create(CultureInfo.InvariantCulture, $"{Answer(key)}.{page:D4}");
}
