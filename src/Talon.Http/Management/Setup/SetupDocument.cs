using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The set-up of an Application as one document, in which names stand for ids.</summary>
public static class SetupDocument
{
    /// <summary>The shape of the document.</summary>
    public static ObjectSchema Schema { get; } = new("Setup", "The whole set-up of an Application, in which names stand for ids.")
    {
        Properties =
        [
            Property.Required(ApplicationPart.Member, "The Application's settings.", ApplicationPart.Schema),
            .. SetupParts.All.Select(part => Property.Optional(part.Member, $"Every {part.Noun}; what is there is left alone when the list is left out.", new ArraySchema(part.Schema))),
        ],
        Closed = true,
    };

    /// <summary>Everything that does not have the shape of a set-up.</summary>
    public static IReadOnlyList<Problem> Check(JsonObject document)
    {
        var findings = new Findings();
        Schema.Check(JsonSerializer.SerializeToElement(document), findings);
        return findings.Problems;
    }

    /// <summary>Creates an Application with its whole set-up; returns its id.</summary>
    /// <param name="account">Where.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="document">The set-up.</param>
    /// <exception cref="InvalidRequestException">The set-up is not valid; nothing was created.</exception>
    public static async Task<long> CreateAsync(AccountSetup account, Actor actor, JsonObject document)
    {
        if (Check(document) is { Count: > 0 } problems)
            throw new InvalidRequestException(problems);
        var json = JsonSerializer.SerializeToElement(document);
        return (await new SetupPush(account, actor, json).RunAsync(CancellationToken.None)).Plan.ApplicationId!.Value;
    }

    /// <summary>The set-up of an Application.</summary>
    internal static JsonObject Read(SetupView view)
    {
        var document = new JsonObject { [ApplicationPart.Member] = ApplicationPart.Read(view) };
        foreach (var part in SetupParts.All)
            document[part.Member] = new JsonArray([.. Distinct(part, part.Read(view)).Select(entity => (JsonNode)entity.Json)]);
        return document;
    }

    /// <summary>Refuses to name two things alike.</summary>
    private static List<SetupEntity> Distinct(SetupPart part, IEnumerable<SetupEntity> entities)
    {
        List<SetupEntity> all = [.. entities];
        for (var i = 1; i < all.Count; i++)
        {
            if (all[i].Name == all[i - 1].Name)
                throw new ConflictException($"There are two of the kind {part.Noun} called \"{all[i].Name}\"; files tell them apart by their names, so rename one first");
        }

        return all;
    }
}
