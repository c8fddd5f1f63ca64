using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Members = System.Text.Json.Nodes.JsonObject;

namespace Talon.Promotions;

/// <summary>Takes a customer out of stored records, and leaves what others rely on: amounts, claims, ids of entities.</summary>
/// <remarks>
/// It works on the JSON of rows, by the names of members: an id may equal a code, a SKU or a session's id, which are nobody's. A
/// ledger's owner keeps the hash that leads to the ledger, so that points still can be rolled back and ledgers still balance.
/// </remarks>
/// <param name="integrationId">The customer.</param>
internal sealed class Eraser(string integrationId)
{
    /// <summary>Members that hold what the customer said of themself.</summary>
    private static readonly HashSet<string> Personal = ["attributes", "identifiers", "loyaltyCards"];

    /// <summary>Effects whose props may repeat any of it.</summary>
    private static readonly HashSet<string> Telling = ["updateAttribute", "showNotification", "customEffect", "error"];

    /// <summary>The ends of the names of members that hold a customer's id.</summary>
    private static readonly string[] Naming = ["profileId", "profileIntegrationId", "recipientIntegrationId", "advocate", "profile"];

    /// <summary>The customer among the entities that a limit counts by, in a key or in words.</summary>
    private readonly Regex _entity = new($@"Profile={Regex.Escape(integrationId)}(?=\z|\n|, Period)");

    /// <summary>The row's body without the customer.</summary>
    /// <param name="body">The body.</param>
    /// <param name="personal">Whether the row is about the customer, so that its attributes go too.</param>
    public byte[] Erase(ReadOnlyMemory<byte> body, bool personal)
    {
        var json = body.Span[0] == (byte)'{' || body.Span[0] == (byte)'[' ? body.ToArray() : RowCodec.Decompress(body.Span[1..]);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Walk(JsonNode.Parse(json), personal)!.WriteTo(writer);
        return RowCodec.Pack(buffer.WrittenSpan.ToArray());
    }

    private JsonNode? Walk(JsonNode? node, bool personal)
    {
        switch (node)
        {
            case Members members:
                return Walk(members, personal);
            case JsonArray elements:
                return new JsonArray([.. elements.ToList().Select(element => Walk(element, personal)?.DeepClone())]);
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                var text = value.GetValue<string>();
                return text.Contains("Profile=", StringComparison.Ordinal) ? _entity.Replace(text, "Profile=") : node;
            default:
                return node;
        }
    }

    private Members Walk(Members members, bool personal)
    {
        var tells = members["effectType"] is JsonValue type && type.GetValueKind() == JsonValueKind.String && Telling.Contains(type.GetValue<string>());
        var erased = new Members();
        foreach (var (name, member) in members.ToList())
        {
            if (personal && Personal.Contains(name))
                erased[name] = member is JsonArray ? new JsonArray() : member is Members ? new Members() : null;
            else if (tells && name == "props")
                erased[name] = Silence(member!.AsObject());
            else if (name == "customer" && IsCustomer(member))
                continue;
            else if (IsCustomer(member) && Naming.Any(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
                erased[name] = "";
            else
                erased[name] = Walk(member, personal)?.DeepClone();
        }

        if (IsCustomer(members["profile"]))
            erased["hash"] = Storage.KeyText.Hash(LedgerOwner.OfProfile(integrationId).Text);
        return erased;
    }

    /// <summary>Props without their words; where they lead stays.</summary>
    private static Members Silence(Members props)
    {
        var silent = new Members();
        foreach (var (name, member) in props)
            silent[name] = name is "value" or "title" or "body" or "payload" or "message" ? "" : member?.DeepClone();
        return silent;
    }

    private bool IsCustomer(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() == integrationId;
}
