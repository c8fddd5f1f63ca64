using System.Text.Json;
using System.Text.Json.Nodes;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations on whole set-ups.</summary>
internal static class SetupOperations
{
    private const string One = "/v1/applications/{applicationId}/setup";
    private const int LargestSetup = 32 * 1024 * 1024;

    private static readonly Parameter<bool> Dry = Parameters.Boolean("dry", "Whether to show what would change, and change nothing.");
    private static readonly Parameter<bool> Prune = Parameters.Boolean("prune", "Whether to delete what is this Application's alone and not in the set-up.");
    private static readonly Parameter<string?> Plan = Parameters.Text("plan", "The plan of an earlier dry request; refused when the changes would be others by now.", 16);

    private static readonly ObjectSchema Difference = new("SetupDifference", "A value that is different.")
    {
        Properties =
        [
            Property.Required("pointer", "Where it is: a JSON pointer.", StringSchema.Text, "/limits/0/limit"),
            Property.Optional("before", "The value in the store; left out for none.", AnySchema.Instance),
            Property.Optional("after", "The value to be; left out for none.", AnySchema.Instance),
        ],
    };

    private static readonly ObjectSchema Change = new("SetupChange", "What changes of one thing.")
    {
        Properties =
        [
            Property.Required("action", "What happens to it.", new StringSchema { Enum = ["create", "update", "delete"] }, "update"),
            Property.Required("kind", "What it is.", StringSchema.Text, "campaign"),
            Property.Required("name", "Its name.", StringSchema.Text, "Summer sale"),
            Property.Optional("differences", "For an update, what is different.", new ArraySchema(Difference)),
        ],
    };

    private static readonly ObjectSchema Extra = new("SetupExtra", "What is in the store and not in the set-up, and stays.")
    {
        Properties =
        [
            Property.Required("kind", "What it is.", StringSchema.Text, "campaign"),
            Property.Required("name", "Its name.", StringSchema.Text, "Winter sale"),
        ],
    };

    private static readonly ObjectSchema Result = new("SetupPlan", "What a set-up changes.")
    {
        Properties =
        [
            Property.Required("applied", "Whether it was applied.", new BooleanSchema(), true),
            Property.Required("plan", "Names the changes.", StringSchema.Text, "8d3f0a1b2c4d5e6f"),
            Property.Required("version", "The version of the configuration after it.", Fields.Count, 12),
            Property.Optional("applicationId", "The Application; left out while there is none.", Fields.Id, 322),
            Property.Required("changes", "The changes.", new ArraySchema(Change)),
            Property.Required("extra", "What is in the store and not in the set-up, and stays.", new ArraySchema(Extra)),
        ],
    };

    public static readonly IReadOnlyList<Operation> All =
    [
        Declaring(Http.Answer.Conflict, Manage.Read("getSetup", One, "Read the whole set-up of an Application, with names for ids.", [ManagementParameters.Application], SetupDocument.Schema, Get)),
        Manage.Update(
            "updateSetup", One, "Make the set-up of an Application what the document says, as one version or not at all.",
            [ManagementParameters.Application, Dry, Prune, Plan], SetupDocument.Schema, Result, UpdateAsync)
            with { MaxBody = LargestSetup },
        Manage.Write(
            "POST", "createSetup", "/v1/setup", "Create an Application with its whole set-up, as one version or not at all.", [Dry, Plan],
            SetupDocument.Schema, new(200, Result, "It was created, or tried."), CreateAsync)
            with { MaxBody = LargestSetup },
    ];

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        Answer(SetupDocument.Read(new(configuration, configuration.RequireApplication(context.Get(ManagementParameters.Application)))));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation)
    {
        var id = context.Get(ManagementParameters.Application);
        await context.Services.CodeCases.CheckAsync(id, Cases(context.Body.GetProperty(ApplicationPart.Member)), $"/{ApplicationPart.Member}/caseSensitivity", cancellation);
        var push = new SetupPush(context.Services.Account, context.Caller.Actor, context.Body)
        {
            ApplicationId = id,
            Dry = context.Get(Dry),
            Prune = context.Get(Prune),
            Deletion = context.Services.CampaignDeletion,
            Plan = context.Get(Plan),
        };
        return await RunAsync(push, cancellation);
    }

    private static CaseSensitivity? Cases(JsonElement settings) => settings.Text("caseSensitivity") switch
    {
        null => null,
        "insensitive-uppercase" => CaseSensitivity.InsensitiveUppercase,
        "insensitive-lowercase" => CaseSensitivity.InsensitiveLowercase,
        _ => CaseSensitivity.Sensitive,
    };

    private static Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) => RunAsync(
        new(context.Services.Account, context.Caller.Actor, context.Body) { Dry = context.Get(Dry), Plan = context.Get(Plan) },
        cancellation);

    private static async Task<ApiResponse> RunAsync(SetupPush push, CancellationToken cancellation)
    {
        var (plan, version) = await push.RunAsync(cancellation);
        return Answer(plan.ToJson(applied: !push.Dry, version));
    }

    private static ApiResponse Answer(JsonObject json) => ApiResponse.Json(200, writer => json.WriteTo(writer));

    private static Operation Declaring(Http.Answer answer, Operation operation) => operation with { Answers = [.. operation.Answers, answer] };
}
