using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Names the effects of an evaluation, in a way that the next evaluation of the same session agrees with.</summary>
internal static class EffectKeys
{
    /// <summary>The keys of effects, in their order. An expression that gives several is counted by what it gives.</summary>
    public static IReadOnlyList<EffectKey> Of(IReadOnlyList<Effect> effects)
    {
        var seen = new Dictionary<(EffectKey, Type), int>();
        var keys = new EffectKey[effects.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            var plain = EffectKey.Of(effects[i]);
            var kind = (plain, effects[i].Props.GetType());
            var occurrence = seen[kind] = seen.GetValueOrDefault(kind, -1) + 1;
            keys[i] = plain with { Occurrence = occurrence };
        }

        return keys;
    }

    /// <summary>A key in words that fit into row keys.</summary>
    public static string Text(EffectKey key) => string.Create(CultureInfo.InvariantCulture, $"{key.CampaignId}.{key.RuleIndex}.{key.EffectIndex}.{key.CouponId}.{key.Occurrence}");

    /// <summary>A UUID for what an effect does under an operation: always the same, and never another's.</summary>
    public static string Uuid(string operation, EffectKey key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(operation + "\n" + Text(key)), hash);
        return Uuid(hash[..16]);
    }

    /// <summary>A UUID made of 16 bytes that say nothing else.</summary>
    public static string Uuid(Span<byte> bytes)
    {
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
