using Talon.Promotions;

namespace Talon.Http;

/// <summary>The operations that set up loyalty programmes.</summary>
internal static class LoyaltyProgramOperations
{
    private const string Path = "/v1/loyalty_programs";
    private const string One = Path + "/{loyaltyProgramId}";
    private static readonly Parameter<long> ProgramId = Parameters.PathInteger("loyaltyProgramId", "The programme's id.");

    public static readonly IReadOnlyList<Operation> All =
    [
        Manage.Create("createLoyaltyProgram", Path, "Create a loyalty programme.", [], LoyaltyProgramSchemas.New, LoyaltyProgramSchemas.Program, CreateAsync),
        Manage.Read("getLoyaltyPrograms", Path, "List the loyalty programmes.", ManagementParameters.List, Page.Counted("LoyaltyPrograms", LoyaltyProgramSchemas.Program), List),
        Manage.Read("getLoyaltyProgram", One, "Read a loyalty programme.", [ProgramId], LoyaltyProgramSchemas.Program, Get),
        Manage.Update(
            "updateLoyaltyProgram", One, "Replace the settings of a loyalty programme.", [ProgramId], LoyaltyProgramSchemas.Update,
            LoyaltyProgramSchemas.Program, UpdateAsync),
    ];

    private static async Task<ApiResponse> CreateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(201, await context.Services.Account.LoyaltyPrograms.CreateAsync(context.Input(ManagementInputJson.Api.LoyaltyProgramInput), cancellation));

    private static async Task<ApiResponse> UpdateAsync(OperationContext context, CancellationToken cancellation) =>
        Answer(200, await context.Services.Account.LoyaltyPrograms.UpdateAsync(context.Get(ProgramId), context.Input(ManagementInputJson.Api.LoyaltyProgramInput), cancellation));

    private static ApiResponse Get(OperationContext context, Configuration configuration) => Answer(200, configuration.RequireLoyaltyProgram(context.Get(ProgramId)));

    private static ApiResponse List(OperationContext context, Configuration configuration) =>
        Page.Counted(context, configuration.LoyaltyPrograms, program => new(program.Created, program.Name), LoyaltyProgramBody.From, ManagementJson.Api.LoyaltyProgramBody);

    private static ApiResponse Answer(int status, LoyaltyProgram program) => ApiResponse.Json(status, LoyaltyProgramBody.From(program), ManagementJson.Api.LoyaltyProgramBody);
}
