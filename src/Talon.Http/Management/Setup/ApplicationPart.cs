using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The settings of the Application in files.</summary>
internal static class ApplicationPart
{
    /// <summary>The member of the document.</summary>
    public const string Member = "application";

    private const string AccessLogs = "enableAccessLogs";
    private const string Ranges = "allowedIpRanges";
    private const string Group = "defaultEvaluationGroup";

    private static readonly SetupReference DefaultGroup = new("defaultEvaluationGroupId", Group, "evaluation group", EvaluationGroupPart.Names);

    /// <summary>What files say of it.</summary>
    public static readonly ObjectSchema Schema = ApplicationSchemas.New.ForFiles(
        "SetupApplication",
        ["name", "timezone", "currency"],
        ["defaultEvaluationGroupId", "defaultCartItemFilterId"],
        Property.Optional(AccessLogs, "Whether calls with the Application's keys are kept for 30 days.", new BooleanSchema { Default = true }, true),
        Property.Optional(Group, "The evaluation group of new campaigns; the base group when left out.", ManagementFields.Name, "Summer campaigns"));

    /// <summary>What files say of an Application.</summary>
    public static JsonObject Read(SetupView view)
    {
        var json = JsonSerializer.SerializeToNode(ApplicationBody.From(view.Application, view.Configuration), ManagementJson.Api.ApplicationBody)!.AsObject();
        DefaultGroup.ToNames(json, view);
        return SetupJson.Pick(Schema, json);
    }

    /// <summary>Creates it with what it cannot be without.</summary>
    public static async Task CreateAsync(SetupRun run, JsonElement wanted, CancellationToken cancellation) => await run.TryAsync("/" + Member, at => at, async () =>
    {
        var input = new ApplicationInput { Name = wanted.Text("name")!, Timezone = wanted.Text("timezone")!, Currency = wanted.Text("currency")! };
        run.ApplicationId = (await run.Account.Applications.CreateAsync(input, cancellation)).Id;
    });

    /// <summary>Makes its settings what they are to be.</summary>
    public static async Task PutAsync(SetupRun run, JsonElement wanted, CancellationToken cancellation)
    {
        var view = run.View;
        var json = SetupJson.Pick(Schema, JsonObject.Create(wanted)!);
        if (JsonNode.DeepEquals(json, Read(view)))
            return;
        DefaultGroup.ToIds(json, view, "/" + Member, run.Problems);
        json["defaultEvaluationGroupId"] ??= view.BaseGroupId;
        json[AccessLogs] ??= true;
        json[Ranges] ??= new JsonArray();
        if (view.Application.DefaultCartItemFilterId is { } filter)
            json["defaultCartItemFilterId"] = filter;
        await run.TryAsync("/" + Member, at => at.Replace("/defaultEvaluationGroupId", "/" + Group, StringComparison.Ordinal), () =>
            run.Account.Applications.UpdateAsync(run.ApplicationId, json.Deserialize(ManagementInputJson.Api.ApplicationInput)!, cancellation));
    }
}
