using Talon.Promotions;
using Talon.RuleEngine;

namespace Talon.Http;

/// <summary>The operations on attributes.</summary>
internal static class AttributeOperations
{
    private const string Path = "/v1/attributes";
    private const string One = Path + "/{attributeId}";
    private static readonly Parameter<long> AttributeId = Parameters.PathInteger("attributeId", "The attribute's id.");
    private static readonly Parameter<string?> Entity = Parameters.Choice("entity", "Only attributes of this entity.", AttributeSchemas.Entities);
    private static readonly Parameter<string?> Type = Parameters.Choice("type", "Only attributes of this type.", AttributeSchemas.Types);
    private static readonly Parameter<string?> Kind = Parameters.Choice("kind", "Only built-in or only custom attributes.", ["builtin", "custom"]);
    private static readonly Parameter<string?> Search = Parameters.Text("search", "Only attributes with this text in their name, title or description, whatever its case.");
    private static readonly Parameter<IReadOnlyList<long>?> ApplicationIds = Parameters.IntegerList("applicationIds", "Only attributes that exist in one of these Applications.");
    private static readonly Parameter<IReadOnlyList<long>?> LoyaltyProgramIds = Parameters.IntegerList("loyaltyProgramIds", "Only attributes of the cards of these loyalty programmes, with the entity LoyaltyCard: all, since cards of every programme have them.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createAttribute", Path, "Create an attribute.", [], AttributeSchemas.New, AttributeSchemas.Attribute, CreateAsync),
        Manage.Read(
            "getAttributes", Path, "List attributes, built-in and custom.",
            [.. ManagementParameters.List, Entity, Type, Kind, Search, ApplicationIds, LoyaltyProgramIds], Page.Counted("Attributes", AttributeSchemas.Attribute), List)
            with { Review = Review },
        Manage.Read("getAttribute", One, "Read an attribute.", [AttributeId], AttributeSchemas.Attribute, Get),
        Manage.Update("updateAttribute", One, "Change an attribute; its entity, name and type stay.", [AttributeId], AttributeSchemas.New, AttributeSchemas.Attribute, UpdateAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, context, await context.Services.Account.Attributes.CreateAsync(context.Input(ManagementInputJson.Api.AttributeInput), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, context, await context.Services.Account.Attributes.UpdateAsync(context.Get(AttributeId), context.Input(ManagementInputJson.Api.AttributeInput), cancellation));

    private static ApiResponse Get(OperationContext context, Configuration configuration) =>
        ApiResponse.Json(200, AttributeBody.From(configuration.RequireAttribute(context.Get(AttributeId)), configuration), ManagementJson.Api.AttributeBody);

    private static ApiResponse List(OperationContext context, Configuration configuration) => Page.Counted(
        context,
        BuiltInAttributes.All.Concat(configuration.Attributes).Where(attribute => IsAskedFor(context, attribute)),
        attribute => new(attribute.Created, attribute.Name),
        attribute => AttributeBody.From(attribute, configuration),
        ManagementJson.Api.AttributeBody);

    private static bool IsAskedFor(OperationContext context, EntityAttribute attribute) =>
        (context.Get(Entity) is not { } entity || attribute.Entity.ToString() == entity)
        && (context.Get(Type) is not { } type || AttributeTypeNames.Parse(type) == attribute.Type)
        && (context.Get(Kind) is not { } kind || kind == (attribute.Id < BuiltInAttributes.FirstCustomId ? "builtin" : "custom"))
        && (context.Get(Search) is not { } text || new[] { attribute.Name, attribute.Title, attribute.Description }.Any(part => part.Contains(text, StringComparison.OrdinalIgnoreCase)))
        && (context.Get(ApplicationIds) is not { } ids || attribute.SubscribedApplicationsIds.Count == 0 || ids.Any(attribute.SubscribedApplicationsIds.Contains));

    private static void Review(OperationContext context, List<Problem> problems)
    {
        if (context.Get(LoyaltyProgramIds) is not null && context.Get(Entity) != nameof(AttributeEntity.LoyaltyCard))
            problems.Add(new Problem("Invalid", "\"loyaltyProgramIds\" goes with the entity LoyaltyCard", Parameter: "loyaltyProgramIds"));
    }

    private static ApiResponse Answer(int status, OperationContext context, EntityAttribute attribute) =>
        ApiResponse.Json(status, AttributeBody.From(attribute, context.Services.Account.Configurations.Current), ManagementJson.Api.AttributeBody);
}
