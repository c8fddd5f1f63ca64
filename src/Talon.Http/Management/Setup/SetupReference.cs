using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>A member that holds ids in the API, and names in files.</summary>
/// <param name="IdMember">The member of the API: an id, or a list of ids.</param>
/// <param name="NameMember">The member of files.</param>
/// <param name="Noun">What it refers to.</param>
/// <param name="Targets">What there is to refer to.</param>
internal sealed record SetupReference(string IdMember, string NameMember, string Noun, Func<SetupView, IEnumerable<(long Id, string Name)>> Targets)
{
    /// <summary>Puts names in the place of ids. An id that files cannot name is left out.</summary>
    public void ToNames(JsonObject json, SetupView view)
    {
        if (json[IdMember] is not { } ids)
            return;
        json.Remove(IdMember);
        if (ids is JsonArray list)
            json[NameMember] = new JsonArray([.. list.Select(id => NameOf(id!, view)).OfType<string>().Select(name => (JsonNode)name)]);
        else if (NameOf(ids, view) is { } name)
            json[NameMember] = name;
    }

    /// <summary>Puts ids in the place of names, and reports names that nothing has.</summary>
    public void ToIds(JsonObject json, SetupView view, string pointer, ICollection<Problem> problems)
    {
        if (json[NameMember] is not { } names)
            return;
        json.Remove(NameMember);
        var place = JsonPointer.Append(pointer, NameMember);
        if (names is JsonArray list)
            json[IdMember] = new JsonArray([.. list.Select((name, index) => IdOf(name!, view, JsonPointer.Append(place, index), problems)).OfType<long>().Select(id => (JsonNode)id)]);
        else if (IdOf(names, view, place, problems) is { } id)
            json[IdMember] = id;
    }

    /// <summary>Leaves ids in a list that files cannot name, since they are of other Applications.</summary>
    public void KeepUnnamed(JsonObject json, JsonObject? known, SetupView view)
    {
        if (known?[IdMember] is not JsonArray before)
            return;
        var unnamed = before.Where(id => NameOf(id!, view) is null).Select(id => id!.DeepClone()).ToList();
        if (unnamed.Count > 0)
            json[IdMember] = new JsonArray([.. (json[IdMember] as JsonArray ?? []).Select(id => id!.DeepClone()), .. unnamed]);
    }

    private string? NameOf(JsonNode id, SetupView view)
    {
        var wanted = id.GetValue<long>();
        return Targets(view).FirstOrDefault(target => target.Id == wanted).Name;
    }

    private long? IdOf(JsonNode name, SetupView view, string pointer, ICollection<Problem> problems)
    {
        var wanted = name.GetValue<string>();
        foreach (var target in Targets(view))
        {
            if (target.Name == wanted)
                return target.Id;
        }

        problems.Add(new("Unknown", $"There is no {Noun} \"{wanted}\"", pointer));
        return null;
    }
}
